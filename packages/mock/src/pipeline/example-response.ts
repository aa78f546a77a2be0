import type { ContractFacts } from "../contract/facts.ts";
import type { Operation } from "../contract/operation.ts";
import { responseFor } from "../contract/response-for.ts";
import type { Validators } from "../contract/validators.ts";
import { type Either, right } from "./diagnostic.ts";
import { emptyPage, isFurtherPage } from "./further-page.ts";
import { isJson, isText } from "./media-type.ts";
import { type MockerConfig, mockerConfigFor, silentLogger } from "./prism-config.ts";
import { type PrismMocker, withPlainHeaders } from "./prism-mocker.ts";
import type { PipelineRequest, PipelineResponse } from "./request.ts";
import { sampleBody } from "./sample-file.ts";
import { createValidateOutput } from "./validate-output.ts";

/** Gives the response of an operation that has no handler. */
export type ExampleResponse = (
  operation: Operation,
  request: PipelineRequest,
) => Promise<Either<Error, PipelineResponse>>;

/**
 * Makes the responses of operations without a handler, with Prism's mocker: from the contract's examples, or else from its
 * schemas. Where such an example does not keep to its schema, Prism makes values up, the same ones for the same seed.
 */
export function createExampleResponse({
  loadPrismMocker,
  validators,
  facts,
  seed,
}: {
  readonly loadPrismMocker: () => Promise<PrismMocker>;
  readonly validators: Validators;
  readonly facts: ContractFacts;
  readonly seed: number;
}): ExampleResponse {
  const validateOutput = createValidateOutput(validators);
  return async (operation, request) => {
    const mocker = await loadPrismMocker();
    const wanted = mockerConfigFor(request);
    const mediaType = request.input?.responseMediaType;
    const config: MockerConfig = { ...wanted, ...(mediaType !== undefined && { mediaTypes: [mediaType] }) };
    const ask = (settings: MockerConfig) =>
      onItsPage(operation, request, completed(operation, facts, askMocker(mocker, operation, request, settings)));
    const isGood = (result: Either<Error, PipelineResponse>) =>
      result._tag === "Right" && validateOutput({ resource: operation, element: result.right })._tag === "Right";
    const fromExamples = ask(config);
    if (isGood(fromExamples) || wanted.dynamic || wanted.exampleKey !== undefined) return fromExamples;
    if (fromExamples._tag === "Left" && isNegotiation(fromExamples.left)) return fromExamples;
    const madeUp = ask({ ...config, dynamic: true, seed: `${seed}/${operation.name}` });
    return isGood(madeUp) ? madeUp : fromExamples;
  };
}

/** Prism has no response of that status, media type or name. */
function isNegotiation(error: Error): boolean {
  return "status" in error && typeof error.status === "number" && error.status < 500;
}

function askMocker(
  mocker: PrismMocker,
  operation: Operation,
  request: PipelineRequest,
  config: MockerConfig,
): Either<Error, PipelineResponse> {
  const resource = mocker.resourceOf(operation);
  // The body has been validated, and callbacks, which would read it, are not made.
  const { method, url, headers } = request;
  const input = { data: { method, url, headers }, validations: [] };
  // Prism notes what a request accepts in the configuration that it is given.
  return withPlainHeaders(mocker.mock({ resource, input, config: { ...config } })(silentLogger as never));
}

/** Examples show a first page. Any other one is empty, so that a walk through all of them ends. */
function onItsPage(
  { pagination }: Operation,
  { input }: PipelineRequest,
  result: Either<Error, PipelineResponse>,
): Either<Error, PipelineResponse> {
  if (result._tag === "Left" || !pagination || !input || !isFurtherPage(pagination, input)) return result;
  if (result.right.statusCode >= 300) return result;
  return right({ ...result.right, body: emptyPage(pagination, result.right.body) });
}

/** Puts in what Prism does not make: files, and bodies without a schema. Takes off a media type that no body goes with. */
function completed(
  operation: Operation,
  facts: ContractFacts,
  result: Either<Error, PipelineResponse>,
): Either<Error, PipelineResponse> {
  if (result._tag === "Left") return result;
  const { statusCode, headers = {}, body } = result.right;
  // The id of the request that an example shows is not that of this one.
  delete headers[facts.correlationIdHeader];
  const { "content-type": mediaType, ...others } = headers;
  const contents = responseFor(operation, statusCode)?.contents ?? [];
  const content = contents.find((entry) => entry.mediaType === mediaType);
  if (!content || mediaType === undefined) return right({ statusCode, headers: others });
  if (isJson(mediaType)) return right({ ...result.right, body: body === undefined ? sampleBody(mediaType) : body });
  const isExample = typeof body === "string" && (isText(mediaType) || content.hasExample);
  return right({ ...result.right, body: isExample ? body : sampleBody(mediaType) });
}
