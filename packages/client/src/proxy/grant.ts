import type { WiseClient } from "../create-client.ts";
import type { ProxyOperationName } from "../generated/proxy-facts.gen.ts";
import { unknownName } from "../options/assert-options.ts";

/** Whose token a request gets, and what the user behind it may do with it. */
export interface ProxyGrant {
  /** The user's client, such as `wise.as(…)`. Its token is sent, to its hosts, within its limits. */
  readonly client: Pick<WiseClient, "http">;
  /** What this user may do. What it does not name is not allowed. */
  readonly allow: ProxyAllowance;
}

/** What one user may do through the proxy. */
export interface ProxyAllowance {
  /**
   * The operations that the user may call. Those that take the partner's own token, and those of which the contract does
   * not say whose data they are about, cannot be named.
   */
  readonly operations: readonly ProxyOperationName[];
  /** The profiles that the user may see, each with its cards. */
  readonly profiles: readonly AllowedProfile[];
}

/** A profile that a user may see, and the cards of it. */
export interface AllowedProfile {
  /** The profile's identifier. */
  readonly id: number;
  /**
   * The tokens of the cards that the user may see; then operations about the whole profile, such as `cards.list`, are not
   * allowed. `"all"`: every card, and the whole profile.
   */
  readonly cards: "all" | readonly string[];
}

const where = "createProxy(): authorize()";

/**
 * The grant that an application's `authorize` returned.
 *
 * @throws {TypeError} for a name that is not known and a value that is not valid: what is misspelt must not mean more.
 */
export function readGrant(value: unknown, operations: ReadonlyMap<string, unknown>): ProxyGrant {
  const grant = fieldsOf(value, "the grant", ["client", "allow"]);
  const allow = fieldsOf(grant.allow, "allow", ["operations", "profiles"]);
  for (const name of listOf(allow.operations, "allow.operations")) {
    if (!operations.has(name as string)) throw unknownName(where, "operation", String(name), operations.keys());
  }
  const ids = listOf(allow.profiles, "allow.profiles").map(readProfile);
  if (new Set(ids).size < ids.length) throw new TypeError(`${where}: allow.profiles must name each profile once`);
  return value as ProxyGrant;
}

function readProfile(value: unknown): unknown {
  const { id, cards } = fieldsOf(value, "a profile of allow.profiles", ["id", "cards"]);
  if (!Number.isSafeInteger(id) || (id as number) <= 0) {
    throw new TypeError(`${where}: the id of a profile must be a positive integer`);
  }
  if (cards !== "all" && !(Array.isArray(cards) && cards.every((card) => typeof card === "string" && card !== ""))) {
    throw new TypeError(`${where}: the cards of a profile must be "all" or an array of card tokens`);
  }
  return id;
}

/** The fields of an object that has all of these and no others. */
function fieldsOf(value: unknown, what: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new TypeError(`${where}: ${what} must be an object`);
  for (const name in value) if (!names.includes(name)) throw unknownName(where, "field", name, names);
  return value as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`${where}: ${what} must be an array`);
}
