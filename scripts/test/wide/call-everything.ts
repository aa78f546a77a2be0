// `node call-everything.ts <orders file> <outcomes file>`: calls the operations of generated clients against the mock.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMock } from "@wisekit/mock";

/** Calls to make with one generated client. */
export interface CallOrder {
  /** Root of the case. */
  readonly root: string;
  readonly calls: readonly {
    readonly sdkName: string;
    readonly environment: string;
    /** `<file>` stands for a file. */
    readonly args: Readonly<Record<string, unknown>> | undefined;
  }[];
}

/** What came of one call. */
export interface CallOutcome {
  readonly root: string;
  readonly sdkName: string;
  readonly error?: string;
  readonly violations: readonly string[];
}

type Client = Record<string, Record<string, (args?: unknown) => Promise<unknown>>>;

// The build puts the version in its place.
Object.assign(globalThis, { __VERSION__: "0.0.0" });

const [ordersFile = "", outcomesFile = ""] = process.argv.slice(2);
const orders: CallOrder[] = JSON.parse(readFileSync(ordersFile, "utf8"));
const outcomes: CallOutcome[] = [];
for (const order of orders) outcomes.push(...(await callAll(order)));
writeFileSync(outcomesFile, JSON.stringify(outcomes));
process.exit();

async function callAll({ root, calls }: CallOrder): Promise<CallOutcome[]> {
  const contract = JSON.parse(readFileSync(join(root, "packages/mock/src/generated/openapi.gen.json"), "utf8"));
  const mock = createMock({ contract });
  const { createClient } = await import(pathToFileURL(join(root, "packages/client/src/index.ts")).href);
  const clientIn = (environment: string): Client =>
    createClient({
      environment,
      auth: { user: "a-token-of-a-user", application: "a-token-of-the-application" },
      fetch: mock.fetch,
      maxRetries: 0,
      rateLimits: false,
    });
  const outcomes: CallOutcome[] = [];
  for (const { sdkName, environment, args } of calls) {
    mock.requests.clear();
    const [resource = "", method = ""] = sdkName.split(".");
    const call = async () => read(await clientIn(environment)[resource]?.[method]?.(withFiles(args)));
    const error = await call().then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)),
    );
    const violations = mock.requests
      .list()
      .flatMap(({ violations: { input, output } }) => [...input, ...output])
      .map(({ path, message }) => `${path} ${message}`);
    outcomes.push({ root, sdkName, ...(error !== undefined && { error }), violations });
  }
  return outcomes;
}

/** A file is only here once it has been read. */
async function read(value: unknown): Promise<unknown> {
  if (typeof value === "object" && value !== null && "arrayBuffer" in value) {
    return (value as { arrayBuffer(): Promise<ArrayBuffer> }).arrayBuffer();
  }
  return value;
}

function withFiles(value: unknown): unknown {
  if (value === "<file>") return new File(["%PDF-1.7"], "proof.pdf", { type: "application/pdf" });
  if (Array.isArray(value)) return value.map(withFiles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withFiles(part)]));
}
