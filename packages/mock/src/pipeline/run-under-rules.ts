import type { Operation } from "../contract/operation.ts";
import { ApiError } from "../engine/api-error.ts";
import { checkCardRules } from "../engine/card-rules.ts";
import type { MockContext } from "../engine/context.ts";
import { putTokenBack, takeToken } from "../engine/sca.ts";
import { checkToken } from "../engine/tokens.ts";
import { type FindAssumptions, withAssumptions } from "./assumptions.ts";
import { type Either, left, right } from "./diagnostic.ts";
import { apiErrorResponse } from "./error-response.ts";
import type { RunOnce } from "./idempotency.ts";
import { prefersExample } from "./prism-config.ts";
import type { OperationInput, PipelineRequest, PipelineResponse } from "./request.ts";

type Result = Either<Error, PipelineResponse>;

/**
 * Holds a valid call to the rules that the contract has for its operation, and then lets `run` give the response. It says
 * which assumptions the response rests on, and turns an `ApiError` into its response.
 */
export type RunUnderRules = (
  operation: Operation,
  request: PipelineRequest,
  input: OperationInput,
  run: () => Promise<Result>,
) => Promise<Result>;

/** Makes the step that all operations go through, with and without a handler, and those that Prism reads. */
export function createRunUnderRules(
  context: MockContext,
  { runOnce, findAssumptions }: { readonly runOnce: RunOnce; readonly findAssumptions: FindAssumptions },
): RunUnderRules {
  async function runForCard(
    operation: Operation,
    request: PipelineRequest,
    input: OperationInput,
    run: () => Promise<Result>,
  ): Promise<Result> {
    const offered = request.headers[context.facts.oneTimeTokenHeader];
    const decision = checkCardRules(context, operation, input, offered);
    if (decision.kind !== "spends") return run();
    // The token is gone while the call runs, so that no other call passes with it; one that does not succeed gives it back.
    takeToken(context, decision.token);
    let isSpent = false;
    try {
      const result = await run();
      if (result._tag === "Left" || result.right.statusCode >= 300) return result;
      isSpent = true;
      const headers = { ...result.right.headers, [context.facts.challengeHeader]: "APPROVED" };
      return right({ ...result.right, headers });
    } finally {
      if (!isSpent) putTokenBack(context, decision.token);
    }
  }

  return async (operation, request, input, run) => {
    try {
      // The token must be good, and of a user or an application as the operation wants it.
      checkToken(context, operation.tokenKinds, request.headers.authorization);
      // A repeated idempotency key gets the first response.
      const hasKey = operation.idempotencyKey !== undefined && !prefersExample(request);
      const result = await (hasKey
        ? runOnce(operation, request.url.path, input, () => runForCard(operation, request, input, run))
        : runForCard(operation, request, input, run));
      if (result._tag === "Left") return result;
      const kind = result.right.isDocumented === true ? "documented" : "own";
      return right(withAssumptions(findAssumptions, operation, result.right, { kind }));
    } catch (error) {
      if (!(error instanceof ApiError)) return left(error instanceof Error ? error : new Error(String(error)));
      const response = apiErrorResponse(error, { nowIso: context.clock.nowIso(), path: request.url.path });
      return right(withAssumptions(findAssumptions, operation, response, { kind: "error", error }));
    }
  };
}
