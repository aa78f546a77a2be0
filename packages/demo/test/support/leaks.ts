import { secrets } from "./scenario.ts";

/** Which of the secrets a text holds: the card number however it is grouped, the others as a word of their own. */
export function secretsIn(text: string): string[] {
  const found: string[] = [];
  if (text.replaceAll(/[\s\u00a0-]/g, "").includes(secrets.pan)) found.push("pan");
  for (const name of ["cvv2", "pin"] as const) {
    if (new RegExp(`(?<![\\w.+/-])${secrets[name]}(?![\\w.+/-])`).test(text)) found.push(name);
  }
  return found;
}
