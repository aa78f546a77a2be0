/**
 * A warning if this Node is older than the package asks for (`>=24.18`). Older ones run the mock as far as is known, so it
 * is only a warning.
 */
export function nodeVersionWarning(version: string, wanted: string): string | undefined {
  const least = wanted.replace(">=", "");
  if (version.localeCompare(least, "en", { numeric: true }) >= 0) return undefined;
  return `wisekit-mock is made for Node ${least} or later and not tested on this one, ${version}.`;
}
