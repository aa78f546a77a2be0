import type { Operation } from "../operation.ts";
import type { WireRequest } from "./wire-request.ts";

/**
 * A new UUID, version 4 (RFC 9562, section 5.4). Made from random bytes, since browsers have `crypto.randomUUID` in secure
 * contexts only, and a page that is developed on `http://192.168…` is none.
 */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A request that was not built here, with the given key, or one if its operation takes one in a header and it has none. */
export function withIdempotencyKey({ key }: Operation, request: WireRequest, given?: string): WireRequest {
  if (!key || !("header" in key)) return request;
  const idempotencyKey = given ?? request.headers[key.header] ?? createIdempotencyKey();
  return { ...request, headers: { ...request.headers, [key.header]: idempotencyKey }, idempotencyKey };
}
