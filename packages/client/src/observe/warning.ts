import type { CallListener, ClientWarning, Listeners } from "./events.ts";
import { guard } from "./report-error.ts";

// Which warnings of a client, known by its listeners, are on the console.
const written = new WeakMap<readonly CallListener[], Set<string>>();

/** Tells the listeners of a warning. If none of a client listens, each warning is written to the console once. */
export function warn({ listeners, onListenerError }: Listeners, warning: ClientWarning): void {
  const interested = listeners.filter(({ onWarning }) => onWarning);
  for (const listener of interested) guard(() => listener.onWarning?.(warning), onListenerError);
  const known = written.get(listeners) ?? new Set();
  if (interested.length > 0 || known.has(warning.code)) return;
  written.set(listeners, known.add(warning.code));
  // biome-ignore lint/suspicious/noConsole: nobody listens, and it must not pass unseen
  console.warn(`wisekit: ${warning.message}`);
}
