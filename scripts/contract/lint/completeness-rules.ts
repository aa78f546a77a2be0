import type { Location, Oas3Rule, UserContext } from "@redocly/openapi-core";
import { type ContractNode, children, follow, isNode, type Place } from "./contract-node.ts";

/** Every property, header and named schema says what it is; a property may let the schema that it refers to speak. */
export const descriptions: Oas3Rule = () => ({
  Header(header, { report, location }) {
    if (!header.description) report({ message: "A header needs a description.", location: location.key() });
  },
  Schema(_schema, context) {
    const place = follow(context, context.rawNode, context.rawLocation);
    if (!place) return;
    if (/^#\/[A-Z]\w*$/.test(place.location.pointer)) demandDescription(context, place, undefined, place.location);
    for (const [name, property] of children(context, place, "properties")) {
      const raw = isNode(place.node.properties) ? place.node.properties[name] : undefined;
      demandDescription(context, property, raw, place.location.child(["properties", name]));
    }
  },
});

function demandDescription(context: UserContext, place: Place, raw: unknown, location: Location): void {
  const text = (isNode(raw) ? raw.description : undefined) ?? place.node.description;
  if (typeof text === "string" && text.trim() !== "") return;
  const name = location.pointer.slice(location.pointer.lastIndexOf("/") + 1);
  context.report({ message: `${name} needs a description.`, location: location.key() });
}

/** Every object with properties says which of them are required, be it none. */
export const required: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    const { properties, required: names } = schema as unknown as ContractNode;
    if (!isNode(properties) || Array.isArray(names)) return;
    report({
      message: "`required` is missing: which properties are always there, or an empty list.",
      location: location.key(),
    });
  },
});
