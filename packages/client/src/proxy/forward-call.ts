import { sendRequest } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import type { CallOutcome } from "../call/send.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import { optionHeaders } from "../generated/options.gen.ts";
import { mustReconnect } from "./gateway-response.ts";
import type { MatchedCall } from "./match-call.ts";
import type { ForwardedBody } from "./read-body.ts";
import { protectiveHeaders, rejection } from "./rejection.ts";

const forwardedHeaders = [
  "content-type",
  "content-disposition",
  "retry-after",
  responseFacts.traceId,
  responseFacts.challenge.header,
  ...Object.values(optionHeaders),
];

/**
 * Sends a call on, once, and resolves with Wise's response; a file is still coming then. Retries are for the browser's
 * client: on both sides they would multiply.
 */
export async function forwardCall(
  core: ClientCore,
  { operation, target, headers }: MatchedCall,
  { content, mediaType, rejected }: ForwardedBody,
  signal: AbortSignal,
): Promise<Response> {
  const request = {
    target,
    headers: mediaType === undefined ? headers : { ...headers, "content-type": mediaType },
    body: content,
    idempotencyKey: operation.key && "header" in operation.key ? headers[operation.key.header] : undefined,
  };
  const sender = content instanceof ReadableStream ? streamingCore(core) : core;
  try {
    const outcome = await sendRequest(sender, operation, request, { signal, maxRetries: 0 });
    return outcome.response.status === 401 ? mustReconnect() : toResponse(outcome);
  } catch (error) {
    const reason = rejected?.();
    if (!reason) throw error;
    return rejection(reason.status, reason.error);
  }
}

/** `fetch` takes a stream only if it is told not to wait for its end (Fetch standard, `RequestInit.duplex`). */
function streamingCore(core: ClientCore): ClientCore {
  const fetch: typeof globalThis.fetch = (input, init) => core.fetch(input, { ...init, duplex: "half" } as RequestInit);
  return Object.create(core, { fetch: { value: fetch } }) as ClientCore;
}

function toResponse({ response, text, file }: CallOutcome): Response {
  const { status } = response;
  const headers = protectiveHeaders();
  for (const name of forwardedHeaders) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const isEmpty = [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : (file ?? (text || null)), { status, headers });
}
