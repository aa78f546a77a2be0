import type { Operation } from "./contract/operation.ts";
import { Refusal } from "./engine/refusal.ts";
import { checkBearer } from "./engine/tokens.ts";
import type { World } from "./engine/world.ts";
import type { StateAnswer } from "./handlers/handlers.ts";
import type { Diagnostic } from "./pipeline/diagnostic.ts";
import { answerRefusal, answerViolations, type ProblemContext } from "./pipeline/problem.ts";
import type { PipelineAnswer, PipelineRequest } from "./pipeline/request.ts";

/** Answers a routed and checked request, or undefined if the operation has no handler. */
export type AnswerStep = (
  operation: Operation,
  request: PipelineRequest,
  violations: readonly Diagnostic[],
) => Promise<PipelineAnswer> | undefined;

/** Makes the step that answers an operation: refuses what is not valid, checks the token, asks the state. */
export function createAnswerStep(world: World, stateAnswer: StateAnswer): AnswerStep {
  return (operation, request, violations) => {
    if (violations.length > 0) {
      return Promise.resolve(answerViolations(operation, violations, contextOf(world, request)));
    }
    try {
      const { authorization } = request.headers;
      if (authorization?.startsWith("Bearer")) checkBearer(world, authorization);
      const input = request.input ?? { path: {}, query: {}, headers: {}, body: undefined };
      return stateAnswer(operation, input, world)?.catch((error: unknown) => toAnswer(error, world, request));
    } catch (error) {
      return Promise.resolve(toAnswer(error, world, request));
    }
  };
}

function toAnswer(error: unknown, world: World, request: PipelineRequest): PipelineAnswer {
  if (error instanceof Refusal) return answerRefusal(error, contextOf(world, request));
  throw error;
}

function contextOf(world: World, request: PipelineRequest): ProblemContext {
  return { nowIso: world.clock.nowIso(), path: request.url.path };
}
