import { createHash } from "node:crypto";
import type { Operation } from "../contract/operation.ts";
import { apiError } from "../engine/api-error.ts";
import type { MockContext } from "../engine/context.ts";
import type { KeyedCall } from "../engine/state.ts";
import { type Either, right } from "./diagnostic.ts";
import type { OperationInput, PipelineResponse } from "./request.ts";

/** Runs a call, unless one with its idempotency key succeeded before. */
export type RunOnce = (
  operation: Operation,
  path: string,
  input: OperationInput,
  run: () => Promise<Either<Error, PipelineResponse>>,
) => Promise<Either<Error, PipelineResponse>>;

/** How many keyed calls are remembered; the oldest make room. */
const mostKept = 1000;

const conflictAssumption = "No source documents the response to another request under a key that was used.";

/**
 * Makes the step that keeps idempotency keys (`x-idempotency-key`): a call with a key that succeeded before gets the same
 * response again, and another request under that key gets 409. A call that failed leaves its key free.
 */
export function createRunOnce({ state }: MockContext): RunOnce {
  const running = new Map<string, Promise<unknown>>();

  return async (operation, path, input, run) => {
    const key = keyOf(operation, input);
    if (key === undefined) return run();
    const id = `${operation.name} ${key}`;
    const fingerprint = await fingerprintOf(path, input.body);
    // Of two calls with one key at the same time, the second waits for the first.
    while (running.has(id)) await running.get(id);
    const before = state.keyedCalls.get(id);
    if (before) return right(repeat(before, fingerprint, operation));
    const current = run();
    running.set(
      id,
      current.catch(() => undefined),
    );
    try {
      const result = await current;
      if (result._tag === "Right" && isSuccess(result.right)) keep(state.keyedCalls, id, fingerprint, result.right);
      return result;
    } finally {
      running.delete(id);
    }
  };
}

function keyOf({ idempotencyKey }: Operation, { headers, body }: OperationInput): string | undefined {
  if (!idempotencyKey) return undefined;
  const source = idempotencyKey.in === "header" ? headers : body;
  const key = (source as Record<string, unknown> | null | undefined)?.[idempotencyKey.name];
  return key === undefined || key === null ? undefined : String(key);
}

function isSuccess({ statusCode }: PipelineResponse): boolean {
  return statusCode >= 200 && statusCode < 300;
}

function repeat({ fingerprint, response }: KeyedCall, wanted: string, operation: Operation): PipelineResponse {
  if (fingerprint !== wanted) {
    throw apiError(409, "idempotency.key.reused", "Another request was made with this idempotency key", {
      path: operation.idempotencyKey?.name ?? "",
      assumption: conflictAssumption,
    });
  }
  const { statusCode, headers, body, encoding } = response;
  if (encoding === "none") return { statusCode, headers };
  if (encoding === "json") return { statusCode, headers, body: JSON.parse(body) };
  return { statusCode, headers, body: encoding === "base64" ? Buffer.from(body, "base64") : body };
}

function keep(calls: Map<string, KeyedCall>, id: string, fingerprint: string, response: PipelineResponse): void {
  const { statusCode, headers = {} } = response;
  const [oldest] = calls.keys();
  if (calls.size >= mostKept && oldest !== undefined) calls.delete(oldest);
  calls.set(id, { id, fingerprint, response: { statusCode, headers: { ...headers }, ...encode(response.body) } });
}

function encode(body: unknown): Pick<KeyedCall["response"], "body" | "encoding"> {
  if (body === undefined) return { body: "", encoding: "none" };
  if (body instanceof Uint8Array) return { body: Buffer.from(body).toString("base64"), encoding: "base64" };
  return typeof body === "string" ? { body, encoding: "text" } : { body: JSON.stringify(body), encoding: "json" };
}

/** Equal for equal paths and bodies, in whatever order the fields of the body stand. */
async function fingerprintOf(path: string, body: unknown): Promise<string> {
  const text = JSON.stringify([path, await canonical(body)]);
  return createHash("sha256").update(text).digest("base64url");
}

async function canonical(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return createHash("sha256").update(value).digest("base64url");
  if (value instanceof File)
    return [value.name, value.type, await canonical(new Uint8Array(await value.arrayBuffer()))];
  if (Array.isArray(value)) return Promise.all(value.map(canonical));
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Promise.all(entries.map(async ([name, entry]) => [name, await canonical(entry)]));
}
