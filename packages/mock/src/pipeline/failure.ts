import { defaultErrorResponse, type ErrorContext, gatewayErrorResponse } from "./error-response.ts";
import { NoRoute } from "./pipeline.ts";
import type { Outcome, PipelineResponse, Violations } from "./request.ts";

/** When and where a request failed, and its trace id. */
export interface FailureContext extends ErrorContext {
  readonly traceId: string;
}

/**
 * What comes of a request that no operation responded to: it is outside of the contract, or wants a response that the
 * contract does not have, or the mock itself failed.
 */
export function failureOutcome(error: Error, method: string, about: FailureContext): Outcome {
  if (error instanceof NoRoute) return noRoute(error, method, about);
  // Prism's own errors, such as that it has nothing in an accepted media type, carry their status.
  const status = "status" in error && typeof error.status === "number" ? error.status : 500;
  if (status >= 500) {
    const output = [{ path: [], message: error.message, code: status, severity: 0 as const }];
    const response = gatewayErrorResponse(`The mock failed: ${error.message}`, about.traceId);
    return { response, violations: { input: [], output } };
  }
  const header = status === 406 ? "accept" : "prefer";
  return requestFailure(["header", header], error.message, defaultErrorResponse(status, error.message, about));
}

/** What comes of a request whose body is beyond the limit. */
export function bodyTooLarge(limitBytes: number, about: FailureContext): Outcome {
  const response = defaultErrorResponse(413, "The body is too large", about, { connection: "close" });
  return requestFailure(["body"], `is larger than ${limitBytes} bytes`, response);
}

function noRoute({ allowed, message }: NoRoute, method: string, about: FailureContext): Outcome {
  if (allowed.length === 0) {
    return requestFailure(["path"], "is not in the contract", defaultErrorResponse(404, message, about));
  }
  const allow = allowed.join(", ").toUpperCase();
  const response = defaultErrorResponse(405, message, about, { allow });
  return requestFailure(["method"], `${method.toUpperCase()} is not one of ${allow}`, response);
}

function requestFailure(path: string[], message: string, response: PipelineResponse): Outcome {
  const violations: Violations = { input: [{ path, message, code: response.statusCode, severity: 0 }], output: [] };
  return { response, violations };
}
