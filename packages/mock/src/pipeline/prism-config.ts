import type { IHttpConfig } from "@stoplight/prism-http";
import type { PipelineRequest } from "./request.ts";

/** How Prism's pipeline runs: as its proxy, whose upstream is the mock itself. */
export const prismConfig: IHttpConfig = {
  isProxy: true,
  upstream: new URL("http://mock.invalid"),
  upstreamProxy: undefined,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  mock: { dynamic: false },
};

/** What Prism's mocker is told. */
export type MockerConfig = Exclude<IHttpConfig["mock"], false>;

/** Whether a caller prefers a response of the contract to that of the operation: its handler is not called. */
export function prefersExample({ headers }: PipelineRequest): boolean {
  const { prefer } = headers;
  return prefer !== undefined && /(?:^|[,;\s])(?:code|example|dynamic)\s*=/.test(prefer);
}

/** Prism's own preferences (`Prefer: code=404, example=name, dynamic=true`). */
export function mockerConfigFor({ headers }: PipelineRequest): MockerConfig {
  const preferences = headers.prefer;
  if (preferences === undefined) return { dynamic: false };
  const wanted = new Map([...preferences.matchAll(/(\w+)\s*=\s*"?([^\s,;"]+)/g)].map(([, key, value]) => [key, value]));
  const code = Number(wanted.get("code"));
  const example = wanted.get("example");
  return {
    dynamic: wanted.get("dynamic") === "true",
    ...(Number.isInteger(code) && { code }),
    ...(example !== undefined && { exampleKey: example }),
  };
}

/** Prism logs nothing; the mock has a log of its own. */
export const silentLogger: object = {
  child: () => silentLogger,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  success() {},
};
