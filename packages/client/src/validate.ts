import { assembleClient, clientParts } from "./client-methods.ts";
import { DecodeError, type DecodeErrorContext } from "./errors/wise-error.ts";
import type { OperationName } from "./generated/operation-names.gen.ts";
import { guard } from "./observe/report-error.ts";
import { assertOptions } from "./options/assert-options.ts";
import { violationsOf } from "./response/check-response.ts";

/** A response that does not match the contract. */
export interface ResponseViolation {
  readonly operation: OperationName;
  readonly traceId: string | undefined;
  /** Where, and what was expected there. Values are not in it. */
  readonly violations: readonly string[];
}

/** What `validateResponses` takes. */
export interface ValidateOptions {
  /** `error` throws a `DecodeError`, `warn` only tells of it, `off` gives the client as it is. */
  readonly validate: "off" | "warn" | "error";
  /**
   * Called for every violation. What it throws goes to the client's `onListenerError`.
   * @default none: `warn` writes to `console.warn`, `error` only throws
   */
  readonly onViolation?: ((violation: ResponseViolation) => void) | undefined;
}

/**
 * The same client, whose responses are checked against the contract, page by page where `.all()` walks through pages.
 * Fields and values that the contract does not know yet are let through; sealed card data, files and `http` are not
 * checked.
 *
 * @throws {TypeError} for an unknown option, a `validate` that is none of the three, and a client that this copy of the
 * package has not made.
 */
export function validateResponses<Client extends object>(wise: Client, options: ValidateOptions): Client {
  const where = "validateResponses()";
  assertOptions(where, options, ["validate", "onViolation"]);
  const { validate, onViolation } = options;
  if (!["off", "warn", "error"].includes(validate))
    throw new TypeError(`${where}: validate must be off, warn or error`);
  if (validate === "off") return wise;
  const { core, resources } = clientParts(where, wise);
  return assembleClient({
    core: {
      ...core,
      checkValue(operation, value, context) {
        const violations = violationsOf(operation, value);
        if (violations.length === 0) return;
        report(context(), violations);
      },
    },
    resources,
  }) as Client;

  function report(context: DecodeErrorContext, violations: readonly string[]): void {
    const { operation, traceId } = context;
    const some = violations.slice(0, 3).join("; ");
    const what = `got a response that does not match the contract: ${some}`;
    if (onViolation) guard(() => onViolation({ operation, traceId, violations }), core.onListenerError);
    // biome-ignore lint/suspicious/noConsole: it is what `warn` asks for, and nobody listens
    else if (validate === "warn") console.warn(String(new DecodeError(what, context)));
    if (validate === "error") throw new DecodeError(what, context);
  }
}
