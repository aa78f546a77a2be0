import { isObject } from "../../contract/contract-nodes.ts";
import type { Operation } from "../../contract/operation-view.ts";
import type { Place } from "../../contract/places.ts";
import { type ArgumentModel, type AuthModel, type TokenOwner, tokenOwners } from "../request-model.ts";
import type { Review } from "../review.ts";
import type { PlacedArgument } from "./read-parameters.ts";

/** Which credentials an operation takes: those of the document, unless it says others. */
export function readAuth(review: Review, operation: Operation): AuthModel {
  const own = operation.node.security !== undefined;
  const at = own ? [...operation.path, "security"] : ["security"];
  const listed = own ? operation.node.security : review.view.root.node.security;
  const requirements = Array.isArray(listed) ? listed : [];
  for (const [index, requirement] of requirements.entries()) {
    const names = isObject(requirement) ? Object.keys(requirement) : [];
    const unknown = names.find((name) => !schemeNames(review).includes(name));
    if (unknown !== undefined) review.stop([...at, index], `there is no security scheme ${unknown}`);
    if (names.length !== 1) review.stop([...at, index], `each entry of security names one scheme, not ${names.length}`);
  }
  const tokens: TokenOwner[] = [];
  for (const scheme of operation.security) {
    if (isHttp(scheme, "bearer")) {
      tokens.push(tokenOwners.find((owner) => owner === scheme.node["x-token"]) ?? "user");
    } else if (!isHttp(scheme, "basic")) review.stop(scheme.path, "a security scheme is http bearer or http basic");
  }
  const basic = operation.security.find((scheme) => isHttp(scheme, "basic"));
  if (basic && operation.security.length > 1) review.stop(at, "http basic has no alternative");
  if (basic) return credentials(basic);
  return tokens.length === 0 ? { kind: "none" } : { kind: "token", of: [...new Set(tokens)] };
}

function schemeNames({ view }: Review): string[] {
  return [...view.children(view.child(view.root, "components"), "securitySchemes").keys()];
}

function isHttp({ node }: Place, scheme: string): boolean {
  return node.type === "http" && String(node.scheme).toLowerCase() === scheme;
}

function credentials({ node }: Place): AuthModel {
  const [user, password] = Array.isArray(node["x-sdk-credentials"]) ? node["x-sdk-credentials"].map(String) : [];
  return { kind: "basic", user: user ?? "", password: password ?? "" };
}

/** The arguments that hold credentials. */
export function credentialArguments(operation: Operation, auth: AuthModel): PlacedArgument[] {
  if (auth.kind !== "basic") return [];
  const place = { ...operation, path: [...operation.path, "security"] };
  return [
    { place, argument: credential(auth.user, "The client's id, sent by HTTP Basic.", "none") },
    { place, argument: credential(auth.password, "The client's secret, sent by HTTP Basic.", "token") },
  ];
}

function credential(name: string, description: string, sensitive: "none" | "token"): ArgumentModel {
  return {
    name,
    wireName: name,
    in: "credentials",
    required: true,
    deprecated: false,
    replacedBy: undefined,
    description,
    sensitive,
    schema: { type: "string", "x-sensitive": sensitive },
    assumption: undefined,
    explode: undefined,
    isIdempotencyKey: false,
  };
}
