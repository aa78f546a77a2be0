import { violationsOf, violationsOfItem } from "./answer-check.ts";
import type { WiseClient } from "./create-client.ts";
import { type OperationName, operations } from "./generated/operations.gen.ts";
import { readOperation } from "./operation.ts";
import type { CallResult, WiseCall } from "./wise-call.ts";
import { DecodeError } from "./wise-error.ts";

/** An answer that is not what the contract says. */
export interface AnswerViolation {
  readonly operation: OperationName;
  readonly traceId: string | undefined;
  /** Where and what, without values. */
  readonly violations: readonly string[];
}

/** What `validateAnswers` takes. */
export interface ValidateOptions {
  /** `error` throws a `DecodeError`, `warn` only tells `onViolation`, `off` gives the client as it is. */
  readonly validate: "off" | "warn" | "error";
  /** Hears of every violation. */
  readonly onViolation?: ((violation: AnswerViolation) => void) | undefined;
}

type Method = ((...args: unknown[]) => WiseCall<unknown>) & {
  readonly all?: (...args: unknown[]) => AsyncIterable<unknown>;
};

/**
 * The same client, whose answers, and items of pages, are checked against the contract. What the contract does not know
 * yet is let through; sealed card data and `http` are not looked at.
 */
export function validateAnswers(wise: WiseClient, options: ValidateOptions): WiseClient {
  const { validate, onViolation } = options;
  if (!["off", "warn", "error"].includes(validate)) throw new TypeError("validate is off, warn or error");
  if (validate === "off") return wise;
  const checked: Record<string, unknown> = { ...wise };
  for (const [resource, methods] of Object.entries(operations)) {
    const group = wise[resource as keyof typeof operations] as unknown as Record<string, Method>;
    checked[resource] = Object.fromEntries(
      Object.keys(methods).map((method) => [
        method,
        checkedMethod(`${resource}.${method}` as OperationName, group[method]),
      ]),
    );
  }
  return checked as unknown as WiseClient;

  function checkedMethod(operation: OperationName, method: Method | undefined): unknown {
    if (!method) throw new TypeError(`the client has no ${operation}`);
    const call = (...args: unknown[]): WiseCall<unknown> => {
      const result = method(...args)
        .withResponse()
        .then((answer) => assertAnswer(operation, answer));
      const promise = result.then(({ data }) => data) as WiseCall<unknown>;
      promise.withResponse = () => {
        promise.catch(() => {}); // Whoever asks for the response hears of the failure there.
        return result;
      };
      return promise;
    };
    const { all } = method;
    return all ? Object.assign(call, { all: (...args: unknown[]) => checkedItems(operation, all(...args)) }) : call;
  }

  async function* checkedItems(operation: OperationName, items: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    const [, , , field = ""] = pagesOf(operation);
    for await (const item of items) {
      report(operation, undefined, violationsOfItem(operation, field, item));
      yield item;
    }
  }

  function assertAnswer(operation: OperationName, answer: CallResult<unknown>): CallResult<unknown> {
    report(operation, answer.traceId, violationsOf(operation, answer.data));
    return answer;
  }

  function report(operation: OperationName, traceId: string | undefined, violations: readonly string[]): void {
    if (violations.length === 0) return;
    onViolation?.({ operation, traceId, violations });
    if (validate === "warn") return;
    const what = `was answered against the contract: ${violations.slice(0, 3).join("; ")}`;
    throw new DecodeError(what, { operation, attempts: 1, retryable: false, traceId });
  }
}

/** What `x-pagination` says of an operation. */
function pagesOf(operation: OperationName): readonly string[] {
  const [resource = "", method = ""] = operation.split(".");
  const lines = operations as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return (
    readOperation(operation, lines[resource]?.[method] ?? "")
      .traits.get("page")
      ?.split(",") ?? []
  );
}
