import type { ContractFacts } from "./contract/facts.ts";
import type { ConnectionFault } from "./faults/fault.ts";
import { writeJson } from "./json-text.ts";
import { isJson, mediaTypeOf } from "./pipeline/media-type.ts";
import type { Outcome, PipelineResponse } from "./pipeline/request.ts";

/** A response as it goes out. */
export interface OutgoingResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
  /** How the connection is to break, instead of or while sending the response. */
  readonly connection?: ConnectionFault;
}

/** Writes the body and adds the headers that every response has. */
export function finalizeResponse(
  facts: ContractFacts,
  { response, connection }: Outcome,
  { incoming, traceId }: { readonly incoming: { readonly headers: Record<string, string> }; readonly traceId: string },
): OutgoingResponse {
  const headers: Record<string, string> = { ...response.headers, [facts.traceIdHeader]: traceId };
  const correlationId = incoming.headers[facts.correlationIdHeader];
  if (correlationId && correlationId.length <= facts.longestCorrelationId) {
    headers[facts.correlationIdHeader] = correlationId;
  }
  if (response.assumptions) headers["x-wisekit-assumed"] = asHeader(response.assumptions);
  return { status: response.statusCode, headers, body: writeBody(response), ...(connection && { connection }) };
}

/** A header holds a line of ASCII. */
function asHeader(sentences: readonly string[]): string {
  return sentences
    .join(" | ")
    .replace(/\s+/g, " ")
    .replace(/[^\x20-\x7e]/g, "?");
}

function writeBody({ body, headers }: PipelineResponse): string | Uint8Array {
  if (body === undefined) return "";
  if (body instanceof Uint8Array) return body;
  const isJsonBody = isJson(mediaTypeOf(headers?.["content-type"]));
  if (typeof body === "string" && !isJsonBody) return body;
  return body === null && !isJsonBody ? "" : writeJson(body);
}
