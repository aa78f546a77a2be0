import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { RouteMatch } from "../contract/router.ts";
import type { ConnectionFault, Fault } from "../faults/fault.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A request on its way through the pipeline: Prism's own shape, and what the router and the validators found in it. */
export interface PipelineRequest extends IHttpRequest {
  readonly headers: Record<string, string>;
  /** The parsed body: JSON, or a form's text. */
  readonly body?: unknown;
  /** Why its body is not taken. */
  readonly rejectedBody?: Diagnostic;
  /** What was wrong with it although it is taken. */
  readonly findings?: readonly Diagnostic[];
  /** What the router found, if it was asked already. */
  match?: RouteMatch;
  /** The valid parameters and body by wire name, in the contract's types. The input validator sets them. */
  input?: OperationInput;
}

/** What an operation was called with, in the contract's types, by wire name. Header names are in lower case. */
export interface OperationInput {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  /** JSON, text, bytes, or the fields of a form; of multipart also files, as `File`. */
  body: unknown;
  /** The media type that the response is wanted in, where the contract has several for it. */
  responseMediaType?: string | undefined;
  /** All media types that are acceptable, best first; any, if undefined. */
  acceptableMediaTypes?: readonly string[] | undefined;
}

/** What the validators found in a request and in its response. */
export interface Violations {
  readonly input: readonly Diagnostic[];
  readonly output: readonly Diagnostic[];
}

/** What came of a call. */
export interface Outcome {
  readonly response: PipelineResponse;
  readonly violations: Violations;
  /** The fault that happened to it. */
  readonly fault?: Fault;
  /** How the connection is to break. */
  readonly connection?: ConnectionFault;
}

/** A response on its way through the pipeline. */
export interface PipelineResponse extends IHttpResponse {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
  /** JSON, text, or bytes. */
  readonly body?: unknown;
  /** Whether the contract's sources document it, although the operation as a whole has an `x-assumption`. */
  readonly isDocumented?: boolean;
  /** The assumptions that it rests on. */
  readonly assumptions?: readonly string[];
}
