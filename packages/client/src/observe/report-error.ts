/**
 * Tells the developers of an error that no call can throw, such as one of a listener. It is written to the console, and not
 * thrown: an error that nobody catches ends a process of Node.
 */
export function reportError(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: there is nobody else to tell
  console.error(error);
}
