import type { PrismHttpInstance } from "@stoplight/prism-http";
import type { Operation } from "../contract/operation.ts";
import { type Diagnostic, type Either, left, right } from "./diagnostic.ts";
import { type PipelineResult, toResult } from "./pipeline.ts";
import { mockerConfigFor, prismConfig, silentLogger } from "./prism-config.ts";
import { type PrismMocker, withPlainHeaders } from "./prism-mocker.ts";
import type { PipelineRequest } from "./request.ts";

/** Gives the response of an operation with nothing but Prism. */
export type PrismFallback = (operation: Operation, request: PipelineRequest) => Promise<Either<Error, PipelineResult>>;

/** Prism as it comes, for what our own validators cannot read (`contract/unsupported.ts`). */
export function createPrismFallback(loadPrismMocker: () => Promise<PrismMocker>): PrismFallback {
  let instance: PrismHttpInstance | undefined;
  return async (operation, request) => {
    const examples = await loadPrismMocker();
    const { createInstance } = await import("@stoplight/prism-http");
    // Prism notes what a request accepts in the configuration that it is given.
    const mock = { ...mockerConfigFor(request) };
    const config = { ...prismConfig, mock, isProxy: false as const, errors: false };
    instance ??= createInstance(config, { logger: silentLogger as never });
    const result = await instance.request(request, [examples.resourceOf(operation)], config)();
    if (result._tag === "Left") return isProblem(result.left) ? right(problemResponse(result.left)) : left(result.left);
    const output = withPlainHeaders(right(result.right.output));
    return output._tag === "Left" ? output : right(toResult({ ...result.right, output: output.right }));
  };
}

interface Problem extends Error {
  readonly status: number;
  readonly detail: string;
  readonly additional?: Record<string, unknown>;
}

function isProblem(error: Error): error is Problem {
  return "status" in error && typeof error.status === "number";
}

/** Prism's problem as it would send it (RFC 9457). */
function problemResponse({ name, message, status, detail, additional }: Problem): PipelineResult {
  const body = { type: name, title: message, status, detail, ...additional };
  const output = { statusCode: status, headers: { "content-type": "application/problem+json" }, body };
  const found = findingsOf(additional?.validation) ?? [{ path: [], message: detail, code: status, severity: 0 }];
  return { output, violations: status < 500 ? { input: found, output: [] } : { input: [], output: found } };
}

/** Prism's list of what is wrong, as its problem of an invalid request or response carries it. */
function findingsOf(validation: unknown): readonly Diagnostic[] | undefined {
  if (!Array.isArray(validation)) return undefined;
  return validation.map(({ location = [], message = "", code = "" }) => {
    return { path: location.map(String), message: String(message), code, severity: 0 };
  });
}
