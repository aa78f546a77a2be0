import type { FindAssumptions } from "../contract/assumptions.ts";
import type { Operation } from "../contract/operation.ts";
import { ApiError } from "../engine/api-error.ts";
import type { MockContext } from "../engine/context.ts";
import { checkToken } from "../engine/tokens.ts";
import type { RunHandler } from "../handlers/run-handler.ts";
import { type Diagnostic, type Either, right } from "./diagnostic.ts";
import { apiErrorResponse, type ErrorContext, validationErrorResponse } from "./error-response.ts";
import type { ExampleResponse } from "./example-response.ts";
import type { RunOnce } from "./idempotency.ts";
import type { OperationInput, PipelineRequest, PipelineResponse } from "./request.ts";
import { chooseMediaType } from "./response-media-type.ts";

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
  readonly runOnce: RunOnce;
  readonly findAssumptions: FindAssumptions;
}

const noInput: OperationInput = { path: {}, query: {}, headers: {}, body: undefined };

/** Makes the step that runs operations. */
export function createRunOperation(parts: RunOperationParts): RunOperation {
  const { context, runHandler, exampleResponse, runOnce, findAssumptions } = parts;

  async function run(operation: Operation, request: PipelineRequest): Promise<Either<Error, PipelineResponse>> {
    // The token must be good, and of a user or an application as the operation wants it.
    checkToken(context, operation.tokenKinds, request.headers.authorization);
    request.input ??= noInput;
    const { input } = request;
    input.responseMediaType = chooseMediaType(operation, input, request.headers.accept);
    // A repeated idempotency key gets the first response. Without a handler the response comes from the contract.
    return runOnce(operation, request.url.path, input, async () => {
      const response = await runHandler(operation, input, context);
      return response ? right(response) : exampleResponse(operation, request);
    });
  }

  return async (operation, request, violations) => {
    const about: ErrorContext = { nowIso: context.clock.nowIso(), path: request.url.path };
    if (violations.length > 0) {
      const response = validationErrorResponse(operation, violations, about);
      return right(withAssumptions(findAssumptions, operation, response, { violations }));
    }
    try {
      const result = await run(operation, request);
      if (result._tag === "Left") return result;
      return right(withAssumptions(findAssumptions, operation, result.right, { isOwn: true }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const response = apiErrorResponse(error, about);
      return right(withAssumptions(findAssumptions, operation, response, { error }));
    }
  };
}

function withAssumptions(
  findAssumptions: FindAssumptions,
  operation: Operation,
  response: PipelineResponse,
  from: { isOwn?: boolean; error?: ApiError; violations?: readonly Diagnostic[] },
): PipelineResponse {
  const found = findAssumptions(operation, {
    status: response.statusCode,
    isOwn: from.isOwn === true && response.isDocumented !== true,
    hasErrorCodes: from.error?.reason.kind === "error-list" || isErrorList(operation, response),
    wrongParameters: (from.violations ?? []).flatMap(({ path = [] }) => (path[0] === "body" ? [] : (path[1] ?? []))),
  });
  const own = from.error?.assumption;
  const assumptions = own === undefined ? found : [...found, `${operation.name} ${response.statusCode}: ${own}`];
  return assumptions.length === 0 ? response : { ...response, assumptions };
}

function isErrorList({ badRequestBody }: Operation, { statusCode }: PipelineResponse): boolean {
  return statusCode === 400 && badRequestBody === "error-list";
}
