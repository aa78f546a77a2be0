import type { OperationObject, Reference, ResponseObject, Schema } from "./contract-document.ts";
import type { ErrorCodeModel, PaginationModel, ResponseBodyModel, ResponseModel } from "./model.ts";
import { type Review, type SourcePath, stringList } from "./review.ts";

const sealedKinds: readonly unknown[] = ["pan", "cvv2", "pin"];

export interface ResponsesOfOperation {
  readonly response: ResponseBodyModel;
  readonly responses: readonly ResponseModel[];
  readonly retryable409: boolean;
  readonly errorCodes: readonly ErrorCodeModel[];
}

export function readResponses(review: Review, path: SourcePath, operation: OperationObject): ResponsesOfOperation {
  const known = knownErrorCodes(review);
  const codes = new Map<string, ErrorCodeModel>();
  const responses: ResponseModel[] = [];
  let retryable409 = false;
  for (const [status, entry] of Object.entries(operation.responses)) {
    const at = [...path, "responses", status];
    const response = review.contract.resolve<ResponseObject>(entry as ResponseObject | Reference);
    const assumption = readAssumption(response);
    for (const code of stringList(review, [...at, "x-error-codes"], response["x-error-codes"])) {
      if (!known.has(code)) review.stop([...at, "x-error-codes"], `${code} is not a value of ErrorCode`);
      codes.set(code, { code, isAssumed: assumption !== undefined });
    }
    if (response["x-retryable"] !== undefined) {
      if (status !== "409" || response["x-retryable"] !== true) {
        review.stop([...at, "x-retryable"], "x-retryable is true, and only on a 409");
      }
      retryable409 = true;
    }
    const contents = Object.entries(response.content ?? {}).map(([mediaType, { schema }]) => ({ mediaType, schema }));
    responses.push({ status, description: response.description, contents, assumption });
  }
  const response = successResponse(review, [...path, "responses"], responses);
  const errorCodes = [...codes.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { response, responses, retryable409, errorCodes };
}

/** What no source documents of a thing in the contract. */
export function readAssumption(node: { readonly [extension: `x-${string}`]: unknown }): string | undefined {
  const value = node["x-assumption"];
  return typeof value === "string" ? value : undefined;
}

function knownErrorCodes(review: Review): Set<unknown> {
  const schema = review.contract.document.components.schemas.ErrorCode;
  return new Set(schema ? review.contract.resolve<Schema>(schema).enum : []);
}

function successResponse(review: Review, at: SourcePath, responses: readonly ResponseModel[]): ResponseBodyModel {
  const success = responses.filter((response) => response.status.startsWith("2"));
  if (success.length !== 1) review.stop(at, `an operation has one successful answer, not ${success.length}`);
  const contents = success[0]?.contents ?? [];
  const json = contents.find((content) => content.mediaType === "application/json");
  const jose = contents.find((content) => content.mediaType === "application/jose");
  const schema = json?.schema ?? jose?.schema;
  if (!schema) return { kind: "none" };
  const sealed = jose !== undefined || holdsCardSecret(review, schema);
  return sealed
    ? { kind: "sealed", schema, mediaTypes: contents.map((content) => content.mediaType) }
    : { kind: "json", schema, nullable: false };
}

function holdsCardSecret(review: Review, schema: Schema): boolean {
  const resolved = review.contract.resolve<Schema>(schema);
  if (sealedKinds.includes(resolved["x-sensitive"])) return true;
  const parts = [
    ...Object.values(resolved.properties ?? {}),
    ...(resolved.items ? [resolved.items] : []),
    ...(resolved.allOf ?? []),
    ...(resolved.oneOf ?? []),
    ...(resolved.anyOf ?? []),
  ];
  return parts.some((part) => holdsCardSecret(review, part));
}

/** The walk through pages, checked against the query parameters and the answer it names. */
export function readPagination(
  review: Review,
  path: SourcePath,
  value: unknown,
  query: ReadonlyMap<string, Schema>,
  response: ResponseBodyModel,
): PaginationModel | undefined {
  const at = [...path, "x-pagination"];
  if (value === undefined || value === "none" || response.kind !== "json") return undefined;
  if (typeof value !== "object" || value === null || !("style" in value) || value.style !== "page-number") {
    review.stop(at, "x-pagination is none or has style page-number");
    return undefined;
  }
  const { page, size, items, total } = value as Record<string, unknown>;
  const fields = response.kind === "json" ? review.contract.resolve<Schema>(response.schema).properties : undefined;
  const array = fields?.[String(items)];
  for (const [key, name, known] of [
    ["page", page, query.has(String(page))],
    ["size", size, query.has(String(size))],
    ["items", items, array !== undefined],
    ["total", total, fields?.[String(total)] !== undefined],
  ] as const) {
    if (!known) review.stop([...at, key], `x-pagination names ${key} ${JSON.stringify(name)}, which is not there`);
  }
  const maximumSize = review.contract.resolve<Schema>(query.get(String(size)) ?? {}).maximum;
  if (maximumSize === undefined) review.stop(at, `the query parameter ${String(size)} needs a maximum`);
  const item = array ? review.contract.resolve<Schema>(array).items : undefined;
  if (!item || maximumSize === undefined) return undefined;
  const first = review.contract.resolve<Schema>(query.get(String(page)) ?? {});
  return {
    style: "page-number",
    page: String(page),
    first: (first.default ?? first.minimum) === 0 ? 0 : 1,
    size: String(size),
    maximumSize,
    items: [String(items)],
    total: [String(total)],
    item,
  };
}
