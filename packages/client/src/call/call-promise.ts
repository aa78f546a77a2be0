import type { DecodeErrorContext } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import { headerOf } from "../response/headers.ts";

/** What came back with the value of a call. */
export interface CallResult<Data> {
  readonly data: Data;
  /** Status and headers of the last attempt. The body has been read; that of a file belongs to the file. */
  readonly response: Response;
  /** Wise's identifier of the call (`x-trace-id`). Quote it to support. */
  readonly traceId: string | undefined;
  /** The correlation id that was sent, as Wise sent it back. */
  readonly correlationId: string | undefined;
}

/** A call that is under way: the promise of its value. */
export interface CallPromise<Data> extends Promise<Data> {
  /** The value together with the response that carried it. Throws what the call itself throws. */
  withResponse(): Promise<CallResult<Data>>;
  /**
   * The response of a success with its body unread, within the call's `signal` and `totalTimeoutMs`. To be called at once,
   * before the call is awaited. Throws what the call itself throws for a response that is no success, and a `TypeError` for
   * sealed card data, which only a session of `@wisekit/crypto` opens.
   */
  asResponse(): Promise<Response>;
}

/** Whether the body of a response is left to the caller. It is asked when the response comes. */
export interface Reading {
  isUnread: boolean;
}

/** A value and the response that carried it. */
export interface DecodedResponse {
  readonly data: unknown;
  readonly response: Response;
  /** Whether the body of the response is still to be read. */
  readonly isUnread: boolean;
  /** What an error says that finds fault with the value later. */
  readonly context: () => DecodeErrorContext;
}

/** A call and the response that it will have. */
interface StartedCall extends CallPromise<unknown> {
  decoded: Promise<DecodedResponse>;
  reading: Reading;
}

/** The promise of a call's value, from the promise of value and response. */
export function createCallPromise(decoded: Promise<DecodedResponse>, reading: Reading): CallPromise<unknown> {
  const call = decoded.then(dataOf) as StartedCall;
  // One function for all calls: a closure for each keeps finished calls in memory through several collections.
  call.decoded = decoded;
  call.reading = reading;
  call.withResponse = withResponse;
  call.asResponse = asResponse;
  return call;
}

function withResponse(this: StartedCall): Promise<CallResult<unknown>> {
  this.catch(() => {}); // Who asks for the response is told of the failure there.
  return this.decoded.then(resultOf);
}

function asResponse(this: StartedCall): Promise<Response> {
  this.reading.isUnread = true;
  this.catch(() => {}); // As above.
  return this.decoded.then(unreadOf);
}

function unreadOf({ response, isUnread }: DecodedResponse): Response {
  if (isUnread) return response;
  throw new TypeError("asResponse() must be called at once; the body of the response has been read");
}

function dataOf({ data }: DecodedResponse): unknown {
  return data;
}

function resultOf({ data, response }: DecodedResponse): CallResult<unknown> {
  const traceId = headerOf(response, responseFacts.traceId);
  return { data, response, traceId, correlationId: headerOf(response, responseFacts.correlationId) };
}
