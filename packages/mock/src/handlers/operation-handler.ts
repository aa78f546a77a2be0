import type { operations } from "@wisekit/spec";
import type { Operation } from "../contract/operation.ts";
import type { MockContext } from "../engine/context.ts";
import type { OperationIds } from "../generated/operation-ids.gen.ts";

/** The name of an operation of the contract. */
export type OperationName = keyof OperationIds;

type ContractOf<Name extends OperationName> = operations[OperationIds[Name]];

/** What the handler of an operation gets: valid parameters and body, in the contract's types. */
export interface OperationRequest<Name extends OperationName> {
  path: FieldsOf<ContractOf<Name>["parameters"]["path"]>;
  query: FieldsOf<ContractOf<Name>["parameters"]["query"]>;
  /** By lower-case name on the wire. */
  headers: LowerCaseKeys<FieldsOf<ContractOf<Name>["parameters"]["header"]>>;
  /** JSON, text, or the fields of a form; of multipart also files, as `File`. */
  body: BodyOf<ContractOf<Name>["requestBody"]>;
  /** The media type that the response is wanted in, where the contract has several for it. */
  responseMediaType?: string | undefined;
  /** All media types that are acceptable, best first; any, if undefined. */
  acceptableMediaTypes?: readonly string[] | undefined;
}

/** What the handler of an operation may respond with: any documented status, with its body. */
export type OperationResponse<Name extends OperationName> = {
  [Status in keyof ContractOf<Name>["responses"]]: ResponseOf<
    Status extends number ? Status : number,
    ContractOf<Name>["responses"][Status]
  >;
}[keyof ContractOf<Name>["responses"]];

/** Computes the response to one operation. @throws ApiError for an error response */
export type OperationHandler<Name extends OperationName> = (
  request: OperationRequest<Name>,
  context: MockContext,
  operation: Operation,
) => OperationResponse<Name> | Promise<OperationResponse<Name>>;

/** Handlers by the name of their operation. */
export type OperationHandlers = { readonly [Name in OperationName]?: OperationHandler<Name> };

type FieldsOf<Fields> = [NonNullable<Fields>] extends [never] ? Record<never, never> : NonNullable<Fields>;

type LowerCaseKeys<Fields> = { [Name in keyof Fields as Lowercase<Name & string>]: Fields[Name] };

type BodyOf<Body> = Body extends { content: infer Content }
  ? Content extends { "multipart/form-data": unknown }
    ? Record<string, unknown>
    : Content[keyof Content]
  : undefined;

interface ResponseHead<Status> {
  status: Status;
  headers?: Record<string, string>;
  /** Whether the contract's sources document it, although the operation as a whole has an `x-assumption`. */
  isDocumented?: boolean;
}

type ResponseOf<Status, Response> = Response extends { content: infer Content }
  ? {
      [MediaType in keyof Content]: ResponseHead<Status> &
        (MediaType extends "application/json"
          ? { mediaType?: MediaType; body: Content[MediaType] }
          : { mediaType: MediaType; body: Content[MediaType] | Uint8Array });
    }[keyof Content]
  : ResponseHead<Status> & { mediaType?: undefined; body?: undefined };
