import type { IPrismOutput } from "@stoplight/prism-core";
// The package's index also loads a logger, which the mock has no use for.
import { factory } from "@stoplight/prism-core/dist/factory.js";
import type { IHttpConfig } from "@stoplight/prism-http";
import type { Operation } from "../contract/operation.ts";
import type { Router } from "../contract/router.ts";
import type { Validators } from "../contract/validators.ts";
import { type Diagnostic, type Either, left, right } from "./diagnostic.ts";
import { type ExampleMocker, withPlainHeaders } from "./example-mocker.ts";
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
  /** Prism's own mocker, for all other operations. */
  loadExampleMocker(): Promise<ExampleMocker>;
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

/** Prism's name for an upstream that leaves the response to the contract's examples. */
const notImplemented = "https://stoplight.io/prism/errors#UPSTREAM_NOT_IMPLEMENTED";

/**
 * Puts our components into Prism's own pipeline (`factory` of prism-core): it decides what happens in which order, as it
 * does in Prism. In its proxy mode the step that gives the response is `forward`, which here runs the operation's handler; where it
 * has none, Prism falls back to `mock`, which is Prism's own.
 */
export function createPipeline(parts: PipelineParts): Pipeline {
  const operations = [...parts.operations];
  let examples: ExampleMocker | undefined;
  const prism = factory<Operation, PipelineRequest, PipelineResponse, IHttpConfig>(config, {
    route: ({ input }) => route(parts.router, input),
    validateSecurity,
    validateInput: createValidateInput(parts.validators) as never,
    validateOutput: createValidateOutput(parts.validators) as never,
    forward:
      ({ data, validations }, _baseUrl, _proxy, operation) =>
      () =>
      async () => {
        const running = operation && parts.runOperation(operation, data, validations as readonly Diagnostic[]);
        if (running) return right(await running);
        examples = await parts.loadExampleMocker();
        return left(Object.assign(new Error("The operation has no handler"), { name: notImplemented }));
      },
    mock: ({ resource, input, config: mocking }) => {
      if (!examples) throw new Error("Prism's mocker is loaded before it is asked.");
      // Prism notes what a request accepts in the configuration that it is given.
      const mocked = examples.mock({ resource: examples.resourceOf(resource), input, config: { ...mocking } });
      return (logger) => withPlainHeaders(mocked(logger));
    },
    logger: silentLogger as never,
  });
  return async (request) => {
    const result = await prism.request(request, operations, configFor(request))();
    return result._tag === "Left" ? result : right(toResult(result.right));
  };
}

const config = {
  isProxy: true,
  upstream: new URL("http://state-engine.invalid"),
  upstreamProxy: undefined,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  mock: { dynamic: false },
} satisfies IHttpConfig;

/** Prism's own preferences, for operations without a handler: `code`, `example`, `dynamic`. */
export function configFor({ headers }: PipelineRequest): IHttpConfig {
  const preferences = headers.prefer;
  if (preferences === undefined) return config;
  const wanted = new Map([...preferences.matchAll(/(\w+)\s*=\s*"?([^\s,;"]+)/g)].map(([, key, value]) => [key, value]));
  const code = Number(wanted.get("code"));
  const example = wanted.get("example");
  return {
    ...config,
    mock: {
      dynamic: wanted.get("dynamic") === "true",
      ...(Number.isInteger(code) && { code }),
      ...(example !== undefined && { exampleKey: example }),
    },
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

/** Prism logs nothing; the mock has a log of its own. */
export const silentLogger: object = {
  child: () => silentLogger,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  success() {},
};
