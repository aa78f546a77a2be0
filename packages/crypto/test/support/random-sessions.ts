import type { KeyObject } from "node:crypto";
import { type CardDataSession, createCardDataSession, importCardDataKey, type KeyWrap } from "@wisekit/crypto";
import { RANDOM_CASES, RANDOM_SEED } from "../../../../scripts/random-cases.ts";
import { Issuer } from "./issuer.ts";
import { seededNumbers, withSeededBytes } from "./seeded-random.ts";

/** A session, and the card number that its response is to carry. */
export interface RandomSession {
  readonly session: CardDataSession;
  readonly parts: readonly [string, string, string, string, string];
  readonly keyWrap: KeyWrap;
  readonly pan: string;
}

/** Creates seeded sessions over all keys and key wraps, and calls `use` with each. */
export async function eachSession(
  keys: readonly KeyObject[],
  keyWraps: readonly KeyWrap[],
  use: (session: RandomSession, issuer: Issuer) => Promise<void>,
): Promise<void> {
  const issuers = keys.map((key) => new Issuer(key));
  const imported = await Promise.all(issuers.map(({ encryptionKey }) => importCardDataKey(encryptionKey)));
  const next = seededNumbers(RANDOM_SEED);
  for (let index = 0; index < RANDOM_CASES; index += 1) {
    const keyWrap = keyWraps[index % keyWraps.length] as KeyWrap;
    const which = Math.floor(index / keyWraps.length) % keys.length;
    const key = imported[which] as (typeof imported)[0];
    const session = await withSeededBytes(next, () => createCardDataSession(key, { keyWrap, ttlMs: 600_000 }));
    const parts = session.request.encryptedPayload.split(".") as unknown as RandomSession["parts"];
    await use({ session, parts, keyWrap, pan: randomPan(next) }, issuers[which] as Issuer);
  }
}

/** The card number that a session finds in a response. */
export async function openedPan(session: CardDataSession, response: string): Promise<string | undefined> {
  return (await session.open(response)).pan?.groups().join("");
}

/** Sixteen digits. */
function randomPan(next: () => number): string {
  return `4${Array.from({ length: 15 }, () => next() % 10).join("")}`;
}
