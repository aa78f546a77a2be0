import type { Operation } from "../contract/operation.ts";
import type { MockContext } from "../engine/context.ts";
import { checkProfileAndCard, type RunHandler } from "../handlers/run-handler.ts";
import { type FindAssumptions, withAssumptions } from "./assumptions.ts";
import { type Diagnostic, type Either, right } from "./diagnostic.ts";
import { validationErrorResponse } from "./error-response.ts";
import type { ExampleResponse } from "./example-response.ts";
import { prefersExample } from "./prism-config.ts";
import type { OperationInput, PipelineRequest, PipelineResponse } from "./request.ts";
import { acceptableMediaTypes } from "./response-media-type.ts";
import type { RunUnderRules } from "./run-under-rules.ts";
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
  readonly runUnderRules: RunUnderRules;
  readonly findAssumptions: FindAssumptions;
}

const noInput: OperationInput = { path: {}, query: {}, headers: {}, body: undefined };

/** Makes the step that runs operations. */
export function createRunOperation(parts: RunOperationParts): RunOperation {
  const { context, runHandler, exampleResponse, noteUnhandled, runUnderRules, findAssumptions } = parts;

  async function respond(
    operation: Operation,
    request: PipelineRequest,
    input: OperationInput,
  ): Promise<Either<Error, PipelineResponse>> {
    input.acceptableMediaTypes = acceptableMediaTypes(operation, input, request.headers.accept);
    const hasChoice = (operation.success?.contents.length ?? 0) > 1;
    input.responseMediaType = hasChoice ? input.acceptableMediaTypes?.[0] : undefined;
    const running = prefersExample(request) ? undefined : runHandler(operation, input, context);
    if (running) return right(await running);
    // Without a handler the response comes from the contract, as it does where the caller prefers that.
    checkProfileAndCard(operation, input, context);
    if (!prefersExample(request)) noteUnhandled(operation);
    return exampleResponse(operation, request);
  }

  return async (operation, request, violations) => {
    if (violations.length > 0) {
      const about = { nowIso: context.clock.nowIso(), path: request.url.path };
      const response = validationErrorResponse(operation, violations, about);
      return right(withAssumptions(findAssumptions, operation, response, { kind: "violations", violations }));
    }
    request.input ??= noInput;
    const { input } = request;
    return runUnderRules(operation, request, input, () => respond(operation, request, input));
  };
}
