/** The statuses whose responses have no body, whatever is sent (Fetch standard, null body status). */
const withoutBody: readonly number[] = [101, 204, 205, 304];

/** Whether a response of a status can have a body. Where it cannot, a connection breaks before the response. */
export function canHaveBody(status: number): boolean {
  return !withoutBody.includes(status);
}

/** The part of a body that is sent before the connection breaks. */
export function firstHalf(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
