import { Ajv2020 } from "ajv/dist/2020.js";
import { once } from "../once.ts";
import { fromAjv } from "../pipeline/diagnostic.ts";
import { cardSchema, profileSchema } from "./snapshot-schema.ts";

const validators = once(() => {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  return { card: ajv.compile(cardSchema), profile: ajv.compile(profileSchema) };
});

const schemas = { card: cardSchema, profile: profileSchema };

/** Checks that a value is a whole card or profile. @throws TypeError with the first thing that is wrong */
export function assertEntity(where: string, kind: "card" | "profile", value: object): void {
  const known = Object.keys((schemas[kind] as { properties: object }).properties);
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`${where}: unknown field "${unknown}"; fields are ${known.join(", ")}`);
  const validate = validators()[kind];
  if (!validate(value)) {
    const [finding] = fromAjv(validate.errors, kind);
    const path = finding?.path?.slice(1).join(".") || kind;
    throw new TypeError(`${where}: ${path} ${finding?.code === "required" ? "is required" : finding?.message}`);
  }
  if (kind === "card") assertSecrets(where, value as { status: string });
}

/** Only a purged card has none. */
function assertSecrets(
  where: string,
  card: { readonly status: string; pan?: string; cvv2?: string; pin?: string },
): void {
  if (card.status === "PURGED") return;
  for (const name of ["pan", "cvv2", "pin"] as const) {
    if (card[name] === undefined) throw new TypeError(`${where}: ${name} is required unless status is PURGED`);
  }
}
