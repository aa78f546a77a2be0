import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import type { RouteMatch } from "../contract/router.ts";

/** A request on its way through the pipeline: Prism's own shape, and what the router and the validators found in it. */
export interface PipelineRequest extends IHttpRequest {
  readonly headers: Record<string, string>;
  /** The parsed body: JSON, or a form's text. */
  readonly body?: unknown;
  /** The body could not be parsed; why. */
  readonly malformedBody?: string;
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
  body: unknown;
}

/** An answer on its way through the pipeline. */
export interface PipelineAnswer extends IHttpResponse {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}
