/**
 * The form that a response was accepted in: `jwe`, sealed with the session's key, or `json`, plain fields, which everyone
 * who forwarded the response could read and change.
 */
export type ResponseForm = "jwe" | "json";

let hasWarned = false;

/** Warns once that plain JSON was opened, for a caller who did not ask to be told. */
export function warnOfPlainJson(form: ResponseForm): void {
  if (form !== "json" || hasWarned) return;
  hasWarned = true;
  // biome-ignore lint/suspicious/noConsole: nobody listens, and a downgrade must not pass unseen
  console.warn(
    "@wisekit/crypto: card data came as plain JSON: whoever forwarded it could read and change it. " +
      "Set acceptPlainJson: false to refuse it, or onResponseForm to be told of it.",
  );
}
