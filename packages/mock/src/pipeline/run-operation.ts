import type { Operation } from "../contract/operation.ts";
import { ApiError } from "../engine/api-error.ts";
import type { MockContext } from "../engine/context.ts";
import { checkToken } from "../engine/tokens.ts";
import { checkProfileAndCard, type RunHandler } from "../handlers/run-handler.ts";
import { type FindAssumptions, withAssumptions } from "./assumptions.ts";
import { type Diagnostic, type Either, left, right } from "./diagnostic.ts";
import { apiErrorResponse, type ErrorContext, validationErrorResponse } from "./error-response.ts";
import type { ExampleResponse } from "./example-response.ts";
import type { RunOnce } from "./idempotency.ts";
import { prefersExample } from "./prism-config.ts";
import type { OperationInput, PipelineRequest, PipelineResponse } from "./request.ts";
import { acceptableMediaTypes } from "./response-media-type.ts";
import type { NoteUnhandled } from "./unhandled-operation.ts";

/** Gives the response of an operation to a routed and validated request. */
export type RunOperation = (
  operation: Operation,
  request: PipelineRequest,
  violations: readonly Diagnostic[],
) => Promise<Either<Error, PipelineResponse>>;

/** What operations are run with. */
export interface RunOperationParts {
  readonly context: MockContext;
  readonly runHandler: RunHandler;
  readonly exampleResponse: ExampleResponse;
  readonly noteUnhandled: NoteUnhandled;
  readonly runOnce: RunOnce;
  readonly findAssumptions: FindAssumptions;
}

const noInput: OperationInput = { path: {}, query: {}, headers: {}, body: undefined };

/** Makes the step that runs operations. */
export function createRunOperation(parts: RunOperationParts): RunOperation {
  const { context, runHandler, exampleResponse, noteUnhandled, runOnce, findAssumptions } = parts;

  async function respond(
    operation: Operation,
    request: PipelineRequest,
    input: OperationInput,
  ): Promise<Either<Error, PipelineResponse>> {
    const running = prefersExample(request) ? undefined : runHandler(operation, input, context);
    if (running) return right(await running);
    // Without a handler the response comes from the contract, as it does where the caller prefers that.
    checkProfileAndCard(operation, input, context);
    if (!prefersExample(request)) noteUnhandled(operation);
    return exampleResponse(operation, request);
  }

  return async (operation, request, violations) => {
    const about: ErrorContext = { nowIso: context.clock.nowIso(), path: request.url.path };
    if (violations.length > 0) {
      const response = validationErrorResponse(operation, violations, about);
      return right(withAssumptions(findAssumptions, operation, response, { kind: "violations", violations }));
    }
    try {
      // The token must be good, and of a user or an application as the operation wants it.
      checkToken(context, operation.tokenKinds, request.headers.authorization);
      request.input ??= noInput;
      const { input } = request;
      input.acceptableMediaTypes = acceptableMediaTypes(operation, input, request.headers.accept);
      const hasChoice = (operation.success?.contents.length ?? 0) > 1;
      input.responseMediaType = hasChoice ? input.acceptableMediaTypes?.[0] : undefined;
      // A repeated idempotency key gets the first response.
      const result = await (operation.idempotencyKey === undefined || prefersExample(request)
        ? respond(operation, request, input)
        : runOnce(operation, request.url.path, input, () => respond(operation, request, input)));
      if (result._tag === "Left") return result;
      const kind = result.right.isDocumented === true ? "documented" : "own";
      return right(withAssumptions(findAssumptions, operation, result.right, { kind }));
    } catch (error) {
      if (!(error instanceof ApiError)) return left(error instanceof Error ? error : new Error(String(error)));
      return right(
        withAssumptions(findAssumptions, operation, apiErrorResponse(error, about), { kind: "error", error }),
      );
    }
  };
}
