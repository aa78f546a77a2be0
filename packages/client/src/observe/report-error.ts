/** Runs what is not ours. What it throws, or its promise rejects with, goes to `report`, and changes nothing else. */
export function guard(run: () => unknown, report: (error: unknown) => unknown): void {
  const onError = (error: unknown): void => {
    if (report === reportError) report(error);
    else guard(() => report(error), reportError);
  };
  try {
    const result = run();
    if (result instanceof Promise) result.catch(onError);
  } catch (error) {
    onError(error);
  }
}

interface Platform {
  readonly process?: unknown;
  readonly reportError?: (error: unknown) => void;
}

/**
 * Tells the developers of an error that no call can throw, such as one of a listener. Browsers and workers report it as an
 * uncaught one. It is written to the console elsewhere: an error that nobody catches ends a process of Node.
 */
export function reportError(error: unknown): void {
  const { process, reportError: report } = globalThis as Platform;
  // biome-ignore lint/suspicious/noConsole: nobody else takes the error, and it must not pass unseen
  if (process || !report) console.error(error);
  else report(error);
}
