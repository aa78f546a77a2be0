/**
 * What to say of a Node that is older than the package asks for (`>=24.18`), if it is. Older ones run the mock as far as is
 * known, so this is no reason to refuse.
 */
export function doubtAboutNode(version: string, wanted: string): string | undefined {
  const least = wanted.replace(">=", "");
  if (version.localeCompare(least, "en", { numeric: true }) >= 0) return undefined;
  return `wisekit-mock is made for Node ${least} or later and not tested on this one, ${version}.`;
}
