import type { Operation } from "../contract/operation.ts";
import { ApiError } from "../engine/api-error.ts";
import type { MockContext } from "../engine/context.ts";
import { checkBearer } from "../engine/tokens.ts";
import type { RunHandler } from "../handlers/run-handler.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { apiErrorResponse, type ErrorContext, validationErrorResponse } from "./error-response.ts";
import type { PipelineRequest, PipelineResponse } from "./request.ts";

/** Runs an operation on a routed and validated request; undefined if the operation has no handler. */
export type RunOperation = (
  operation: Operation,
  request: PipelineRequest,
  violations: readonly Diagnostic[],
) => Promise<PipelineResponse> | undefined;

/** Makes the step that runs operations: it reports what is not valid, checks the token and runs the handler. */
export function createRunOperation(context: MockContext, runHandler: RunHandler): RunOperation {
  return (operation, request, violations) => {
    if (violations.length > 0) {
      return Promise.resolve(validationErrorResponse(operation, violations, errorContextOf(context, request)));
    }
    try {
      const { authorization } = request.headers;
      if (authorization?.startsWith("Bearer")) checkBearer(context, authorization);
      const input = request.input ?? { path: {}, query: {}, headers: {}, body: undefined };
      return runHandler(operation, input, context)?.catch((error: unknown) => toResponse(error, context, request));
    } catch (error) {
      return Promise.resolve(toResponse(error, context, request));
    }
  };
}

function toResponse(error: unknown, context: MockContext, request: PipelineRequest): PipelineResponse {
  if (error instanceof ApiError) return apiErrorResponse(error, errorContextOf(context, request));
  throw error;
}

function errorContextOf(context: MockContext, request: PipelineRequest): ErrorContext {
  return { nowIso: context.clock.nowIso(), path: request.url.path };
}
