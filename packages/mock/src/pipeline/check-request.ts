import type { Operation } from "../contract/operation.ts";
import type { Validators } from "../contract/validators.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { PrismFallback } from "./prism-fallback.ts";
import type { PipelineRequest } from "./request.ts";
import { createValidateInput } from "./validate-input.ts";
import { validateSecurity } from "./validate-security.ts";

/** Finds what is wrong with a request whose operation is not carried out. */
export type CheckRequest = (operation: Operation, request: PipelineRequest) => Promise<readonly Diagnostic[]>;

/** Makes the check. What our own validators cannot read is left to Prism, which has no state that a call could change. */
export function createCheckRequest(validators: Validators, prismFallback: PrismFallback): CheckRequest {
  const validateInput = createValidateInput(validators);
  return async (operation, request) => {
    if (operation.unsupported !== undefined) {
      const result = await prismFallback(operation, request);
      return result._tag === "Left" ? [] : result.right.violations.input;
    }
    const call = { resource: operation, element: request };
    return [validateSecurity(call), validateInput(call)].flatMap((result) =>
      result._tag === "Left" ? result.left : [],
    );
  };
}
