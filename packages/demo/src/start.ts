// `pnpm start`: a mock of Wise and the demo on top of it, until Ctrl-C.
import { join } from "node:path";
import { isMockError, startMock } from "@wisekit/mock";
import { fillMock } from "./fill-mock.ts";
import { portOf } from "./port.ts";
import { startDemoServer } from "./server/demo-server.ts";

const running: (() => Promise<void>)[] = [];

try {
  await start();
} catch (error) {
  await stopAll();
  console.error(reasonOf(error));
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const mockPort = portOf("MOCK_PORT", 4010);
  const port = portOf("PORT", 5173);
  const mock = await startMock({ port: mockPort, sca: true });
  running.push(() => mock.stop());
  const profiles = fillMock(mock);
  const demo = await startDemoServer({
    port,
    wiseUrl: mock.url,
    partner: { clientId: "wise_api_docs", clientSecret: "demo-secret" },
    users: [
      { name: "Ann", profiles, refreshToken: "demo-ann" },
      { name: "Bob", profiles: profiles.slice(1), refreshToken: "demo-bob" },
    ],
    pageFolder: join(import.meta.dirname, "../dist"),
    log: (line) => console.log(`  ${line}`),
  });
  running.push(() => demo.stop());
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stopAll());
  console.log(`
  Demo  ${demo.url}  as Ann; as Bob: ${demo.url}/sign-in?user=Bob
  Mock  ${mock.url}

  One-time passwords are 111111. Stop with Ctrl-C.
`);
}

async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((stop) => stop()));
}

function reasonOf(error: unknown): string {
  const taken = (port: number, variable: string) =>
    `Port ${port} is taken. Choose another one: ${variable}=${port + 1} npx -y pnpm@12 start`;
  if (isMockError(error) && error.code === "ERR_MOCK_ADDRESS_IN_USE")
    return taken(portOf("MOCK_PORT", 4010), "MOCK_PORT");
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    return taken(portOf("PORT", 5173), "PORT");
  return error instanceof Error ? error.message : String(error);
}
