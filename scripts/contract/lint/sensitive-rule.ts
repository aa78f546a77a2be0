import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import { children, follow, isNode, type Place } from "./contract-node.ts";

const KINDS = ["pan", "cvv2", "pin", "token", "pii", "none"];

const TELLING_WORDS = /^(pan|cvv2?|cvc2?|pin|otp|token|secret|password|passcode|phone)$/;

/**
 * `x-sensitive` on every property, parameter and header whose name says that a secret or a person is in it. What only
 * holds other properties is told by those.
 */
export const sensitive: Oas3Rule = () => ({
  Parameter(parameter, context) {
    const place = follow(context, context.rawNode, context.rawLocation);
    if (parameter.name) demandKind(context, parameter.name, place, context.rawNode, context.location);
  },
  Header(_header, context) {
    const place = follow(context, context.rawNode, context.rawLocation);
    demandKind(context, String(context.key), place, context.rawNode, context.location);
  },
  Schema(_schema, context) {
    const place = follow(context, context.rawNode, context.rawLocation);
    if (!place) return;
    for (const [name, property] of children(context, place, "properties")) {
      const type = property.node.type;
      if (type === "object" || type === "array") continue;
      const raw = isNode(place.node.properties) ? place.node.properties[name] : undefined;
      demandKind(context, name, property, raw, place.location.child(["properties", name]));
    }
  },
});

function demandKind(
  context: UserContext,
  name: string,
  place: Place | undefined,
  raw: unknown,
  location: Location,
): void {
  const besideReference = isNode(raw) ? raw["x-sensitive"] : undefined;
  const kind = besideReference ?? place?.node["x-sensitive"];
  if (kind === undefined) {
    if (!saysSecret(name)) return;
    const message = `\`x-sensitive\` is missing on ${name}: one of ${KINDS.join(", ")}.`;
    context.report({ message, location: location.key() });
  } else if (!KINDS.includes(kind as string)) {
    const message = `\`x-sensitive\` must be one of ${KINDS.join(", ")}.`;
    context.report({
      message,
      location: (besideReference === undefined && place ? place.location : location).child("x-sensitive"),
    });
  }
}

/** Whether a name says PAN, CVV2, PIN, one-time password, token, secret, password, phone or holder name. */
export function saysSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => TELLING_WORDS.test(word)) || /card ?holder ?name/.test(words.join(" "));
}
