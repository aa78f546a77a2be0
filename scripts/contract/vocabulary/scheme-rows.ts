import type { ContractView } from "../contract-view.ts";
import { CAMEL_CASE, type CrossCheck, type Extension, type Finding } from "./extension.ts";

function schemesOf(view: ContractView, scheme: string) {
  return view.nodes.filter(
    ({ kind, node }) => kind === "securityScheme" && node.type === "http" && node.scheme === scheme,
  );
}

/** Security schemes that have an extension of another kind of scheme. */
function onOther(extension: string, scheme: string): CrossCheck {
  return ({ nodes }) =>
    nodes.flatMap(({ kind, node, path }): Finding[] => {
      if (kind !== "securityScheme" || node[extension] === undefined || node.scheme === scheme) return [];
      return [{ path: [...path, extension], reason: `${extension} belongs on a scheme of type http, ${scheme}` }];
    });
}

function lacking(extension: string, scheme: string) {
  return (view: ContractView) => schemesOf(view, scheme).filter(({ node }) => node[extension] === undefined);
}

/** Extensions of a security scheme. */
export const schemeRows: readonly Extension[] = [
  {
    name: "x-token",
    places: ["securityScheme"],
    value: { enum: ["user", "application", "personal"] },
    expected: "`user`, `application` or `personal`",
    demand: { where: "every http bearer scheme", missing: lacking("x-token", "bearer") },
    checks: [onOther("x-token", "bearer")],
    meaning:
      "Whose access token it is: a user's, the partner application's own (client credentials), or one that a user made for themselves on Wise's pages. An operation with several schemes takes either, in this order of preference; one with `security: []` takes none.",
    readers: ["client", "react", "mock", "docs"],
  },
  {
    name: "x-sdk-credentials",
    places: ["securityScheme"],
    value: { type: "array", items: CAMEL_CASE, minItems: 2, maxItems: 2, uniqueItems: true },
    expected: "two different names in camelCase, `[user, password]`",
    demand: { where: "every http basic scheme", missing: lacking("x-sdk-credentials", "basic") },
    checks: [onOther("x-sdk-credentials", "basic")],
    meaning: "The operation takes these two as arguments and sends them by HTTP Basic, instead of an access token.",
    readers: ["client", "react"],
  },
];
