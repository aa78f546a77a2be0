/**
 * Whether this is workerd, where a promise, a timer or a connection belongs to the request that made it and ends with it.
 * Only plain values may be shared by requests.
 */
export function isWorker(): boolean {
  return "WebSocketPair" in globalThis;
}
