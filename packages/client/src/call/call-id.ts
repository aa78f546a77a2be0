let start: string | undefined;
let calls = 0;

/** An identifier that no other call has: of this process and, as far as chance goes, of any other. */
export function createCallId(): string {
  // Made by the first call: workers have no random numbers before they serve a request.
  start ??= Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");
  calls += 1;
  return `${start}-${calls}`;
}

/** How many calls have been started so far. */
export function callsSoFar(): number {
  return calls;
}
