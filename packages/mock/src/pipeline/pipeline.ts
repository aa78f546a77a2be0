import type { IPrismOutput } from "@stoplight/prism-core";
// The package's index also loads a logger, which the mock has no use for.
import { factory } from "@stoplight/prism-core/dist/factory.js";
import type { IHttpConfig } from "@stoplight/prism-http";
import type { Operation } from "../contract/operation.ts";
import type { Router } from "../contract/router.ts";
import type { Validators } from "../contract/validators.ts";
import { type Diagnostic, type Either, left, right } from "./diagnostic.ts";
import { prismConfig, silentLogger } from "./prism-config.ts";
import type { PipelineRequest, PipelineResponse, Violations } from "./request.ts";
import type { RunOperation } from "./run-operation.ts";
import { createValidateInput } from "./validate-input.ts";
import { createValidateOutput } from "./validate-output.ts";
import { validateSecurity } from "./validate-security.ts";

/** Runs a request through Prism's pipeline. */
export type Pipeline = (request: PipelineRequest) => Promise<Either<Error, PipelineResult>>;

export interface PipelineResult {
  readonly output: PipelineResponse;
  readonly violations: Violations;
}

/** What the pipeline is made of. */
export interface PipelineParts {
  readonly operations: readonly Operation[];
  readonly router: Router;
  readonly validators: Validators;
  readonly runOperation: RunOperation;
}

/** A path that no operation has, or a method that the path does not have. */
export class NoRoute extends Error {
  /** The methods that the path has; empty if there is no such path. */
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super(allowed.length === 0 ? "There is no such path" : "The path does not have this method");
    this.allowed = allowed;
  }
}

/**
 * Puts our components into Prism's own pipeline (`factory` of prism-core): it decides what happens in which order, as it
 * does in Prism. In its proxy mode the step that gives the response is `forward`, which here runs the operation.
 */
export function createPipeline({ operations, router, validators, runOperation }: PipelineParts): Pipeline {
  const prism = factory<Operation, PipelineRequest, PipelineResponse, IHttpConfig>(prismConfig, {
    route: ({ input }) => route(router, input),
    validateSecurity,
    validateInput: createValidateInput(validators) as never,
    validateOutput: createValidateOutput(validators) as never,
    forward:
      ({ data, validations }, _baseUrl, _proxy, operation) =>
      () =>
      () =>
        runOperation(operation as Operation, data, validations as readonly Diagnostic[]),
    mock: () => {
      throw new Error("Prism mocks only where its upstream is not implemented, and ours is.");
    },
    logger: silentLogger as never,
  });
  const resources = [...operations];
  return async (request) => {
    const result = await prism.request(request, resources, prismConfig)();
    return result._tag === "Left" ? result : right(toResult(result.right));
  };
}

function route(router: Router, request: PipelineRequest): Either<Error, Operation> {
  request.match ??= router(request.method, request.url.path);
  const { match } = request;
  if (match.kind === "no-path") return left(new NoRoute([]));
  if (match.kind === "no-method") return left(new NoRoute(match.allowed));
  return right(match.operation);
}

/** Prism's result in our words. */
export function toResult({ output, validations }: IPrismOutput<PipelineResponse>): PipelineResult {
  return {
    output,
    violations: {
      input: validations.input as readonly Diagnostic[],
      output: validations.output as readonly Diagnostic[],
    },
  };
}
