import type { ProxyAllowance } from "@wisekit/client/proxy";

/** A request as a person reads it who knows Wise's documentation. */
export interface ReadCall {
  readonly operation: string;
  readonly profile?: number;
  readonly card?: string;
}

const ofProfile: Readonly<Record<string, string>> = {
  "GET v3 cards": "cards.list",
  "GET v3 spending-limits": "spendingLimits.listForProfile",
};
const ofCard: Readonly<Record<string, string>> = {
  "GET v3 ": "cards.get",
  "PUT v3 status": "cards.updateStatus",
  "POST v3 reset-pin-count": "cards.resetPinCount",
  "PATCH v4 spending-permissions": "permissions.updateMany",
  "DELETE v3 spending-limits/DAILY": "spendingLimits.remove",
};
const ofNobody: Readonly<Record<string, string>> = {
  "GET /twcard-data/v1/clientSideEncryption/fetchEncryptingKey": "cardData.encryptionKey",
  "GET /v1/one-time-token/status": "sca.status",
};

/**
 * Reads what Wise gets. It is written by hand and shares nothing with the proxy or the contract, so that a mistake in one is
 * not made here as well. Nothing, if it is none of the calls that the proofs make.
 */
export function readByHand(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
): ReadCall | undefined {
  const path = url.replace(/^https:\/\/[^/]*/, "").replace(/\?.*$/, "");
  if (/[^\w./~-]|\/\/|\/\.\.?(\/|$)/.test(path)) return undefined;
  const nobody = ofNobody[`${method} ${path}`];
  if (nobody !== undefined) return { operation: nobody };
  if (`${method} ${path}` === "POST /twcard-data/v1/sensitive-card-data/details") {
    return { operation: "cardData.details", card: headers["x-tw-twcard-card-token"] ?? "" };
  }
  const [, version = "", spend, word, profile = "", things = "", card, ...rest] = path.split("/");
  if (spend !== "spend" || word !== "profiles" || !/^[1-9]\d*$/.test(profile)) return undefined;
  if (card === undefined) {
    const operation = ofProfile[`${method} ${version} ${things}`];
    return operation === undefined ? undefined : { operation, profile: Number(profile) };
  }
  const operation = things === "cards" ? ofCard[`${method} ${version} ${rest.join("/")}`] : undefined;
  return operation === undefined ? undefined : { operation, profile: Number(profile), card };
}

/** Whether a grant names a call, given which card belongs to which profile. */
export function mayPass(
  { operation, profile, card }: ReadCall,
  { operations, profiles }: ProxyAllowance,
  owners: Readonly<Record<string, number>>,
): boolean {
  if (!(operations as readonly string[]).includes(operation)) return false;
  if (profile === undefined && card === undefined) return true;
  return profiles.some(({ id, cards }) => {
    if (profile !== undefined && profile !== id) return false;
    if (cards === "all") return profile !== undefined || owners[card ?? ""] === id;
    return card !== undefined && cards.includes(card);
  });
}
