import type { Operation } from "../contract/operation.ts";
import { readPathValues } from "../contract/path-segment.ts";
import { type Cause, type FindAssumptions, withAssumptions } from "./assumptions.ts";
import { right } from "./diagnostic.ts";
import { prefersExample } from "./prism-config.ts";
import type { PrismFallback } from "./prism-fallback.ts";
import type { OperationInput, PipelineRequest } from "./request.ts";
import type { RunUnderRules } from "./run-under-rules.ts";
import type { NoteUnhandled } from "./unhandled-operation.ts";

/** Leaves an operation to Prism that our own validators cannot read, and holds it to the rules of all operations. */
export type RunPrism = PrismFallback;

/** What Prism is run with. */
export interface RunPrismParts {
  readonly prismFallback: PrismFallback;
  readonly findAssumptions: FindAssumptions;
  readonly noteUnhandled: NoteUnhandled;
  readonly runUnderRules: RunUnderRules;
}

/** Makes that step. Prism has no state, so that its response may be there before the rules are asked. */
export function createRunPrism(parts: RunPrismParts): RunPrism {
  const { prismFallback, findAssumptions, noteUnhandled, runUnderRules } = parts;
  return async (operation, request) => {
    const result = await prismFallback(operation, request);
    if (result._tag === "Left") return result;
    const { output, violations } = result.right;
    if (violations.input.length > 0) {
      const cause: Cause = { kind: "violations", violations: violations.input };
      return right({ violations, output: withAssumptions(findAssumptions, operation, output, cause) });
    }
    const ruled = await runUnderRules(operation, request, readUnchecked(operation, request), async () => {
      if (!prefersExample(request)) noteUnhandled(operation);
      return right(output);
    });
    return ruled._tag === "Left" ? ruled : right({ violations, output: ruled.right });
  };
}

/** Parameters and body as they are written. */
function readUnchecked(operation: Operation, { match, headers, url, body }: PipelineRequest): OperationInput {
  const values = readPathValues(operation.segments, match?.kind === "match" ? match.segments : []);
  const path = Object.fromEntries(operation.pathParameters.map(({ name }) => [name, values[name.toLowerCase()]]));
  return { path, query: url.query ?? {}, headers, body };
}
