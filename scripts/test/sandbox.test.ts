import { createServer } from "node:http";
import { join } from "node:path";
import { startMock } from "@wisekit/mock";
import { expect, it } from "vitest";
import { ROOT, runCommand } from "../checks/command.ts";
import { readSandboxAddress } from "../sandbox/address.ts";
import { readAssumptions } from "../sandbox/assumptions.ts";
import { judge, probedPlaces } from "../sandbox/judge.ts";
import { lookAt } from "../sandbox/look.ts";

const token = "a-token-of-a-user";
const profileId = 123456;

/** A second mock: the same Wise, but it deviates from what the contract assumes. */
async function startDeviatingMock(url: string) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    );
    for (const name of ["host", "connection", "content-length"]) headers.delete(name);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const upstream = await fetch(`${url}${request.url}`, { method: request.method ?? "GET", headers, body });
    let { status } = upstream;
    let text = await upstream.text();
    if (request.url?.includes("pageNumber=")) [status, text] = [404, "{}"];
    if (status === 404) text = '{"errorCode":"NOT_FOUND"}';
    if (status === 403) status = 404;
    if (status === 200)
      text = text
        .replace(/"bankIdentificationNumber":"\d+"/g, '"bankIdentificationNumber":"12345"')
        .replaceAll('"lastFourDigits":', '"lastDigits":');
    response
      .writeHead(status, { "content-type": upstream.headers.get("content-type") ?? "application/json" })
      .end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : "";
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
}

async function verdictsOf(baseUrl: string) {
  const look = await lookAt({ baseUrl, token, profileId });
  const verdicts = judge(readAssumptions(), look);
  const placesOf = (verdict: string) =>
    probedPlaces.filter((end) => verdicts.some((one) => one.verdict === verdict && one.at.endsWith(`/${end}`)));
  return { look, held: placesOf("held"), wrong: placesOf("did not hold") };
}

it("the first look at a Wise that is as the contract assumes finds that every assumption that it can see holds", async () => {
  await using mock = await startMock({ tokens: { user: [token] } });
  const { look, held, wrong } = await verdictsOf(mock.url);
  expect([look.violations, wrong]).toEqual([[], []]);
  expect(held).toEqual(probedPlaces);
});

it("the first look at a second mock, which deviates on purpose, finds each deviation", async () => {
  await using mock = await startMock({ tokens: { user: [token] } });
  await using deviating = await startDeviatingMock(mock.url);
  const { look, wrong } = await verdictsOf(deviating.url);
  expect(look.violations).toContain("cards.list: /cards/0/lastFourDigits is missing");
  expect(wrong).toEqual([
    "~1v3~1spend~1profiles~1{profileId}~1cards/get",
    "responses/CardNotFound",
    "schemas/ErrorCode",
    "responses/Forbidden",
    "headers/WwwAuthenticate",
    "schemas/Card",
    "Card/properties/bankIdentificationNumber",
  ]);
});

it("pnpm sandbox prints what held, and neither token nor card data", async () => {
  await using mock = await startMock({ tokens: { user: [token] } });
  const env = {
    CI: "",
    WISE_SANDBOX_TOKEN: token,
    WISE_SANDBOX_PROFILE: String(profileId),
    WISE_SANDBOX_URL: mock.url,
  };
  const { code, output } = await runCommand(process.execPath, [join(ROOT, "scripts/sandbox/main.ts")], { env });
  expect(output).toMatch(/cardData\.details +ok/);
  expect(output).toMatch(/Assumptions: \d+ held\n {2}\S+/);
  expect(output).not.toContain(token);
  expect(output).not.toMatch(/\b\d{16}\b/);
  expect(code).toBe(0);
});

it.each([
  ["in CI", { CI: "true", WISE_SANDBOX_TOKEN: token }, "does not run in CI"],
  ["without a token", {}, "WISE_SANDBOX_TOKEN must be set"],
  [
    "against production",
    { WISE_SANDBOX_TOKEN: token, WISE_SANDBOX_URL: "https://api.wise.com" },
    "not https://api.wise.com",
  ],
  [
    "against production with mutual TLS",
    { WISE_SANDBOX_TOKEN: token, WISE_SANDBOX_URL: "https://api-mtls.transferwise.com" },
    "must be an address",
  ],
  [
    "against any other host",
    { WISE_SANDBOX_TOKEN: token, WISE_SANDBOX_URL: "https://api.wise-sandbox.com.example" },
    "must be an address",
  ],
])("pnpm sandbox does not run %s", (_, env, message) => {
  expect(() => readSandboxAddress(env)).toThrow(message);
});
