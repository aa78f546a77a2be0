import type { KeyObject } from "node:crypto";
import { type CardDataSession, createCardDataSession, importCardDataKey, type KeyWrap } from "@wisekit/crypto";
import { Issuer } from "./issuer.ts";

/** How many sessions each implementation that is not ours has to read and answer. */
export const sessionsEach = 1_000;

/** A session as another implementation meets it. */
export interface Received {
  readonly session: CardDataSession;
  readonly parts: readonly [string, string, string, string, string];
  readonly keyWrap: KeyWrap;
}

/** Makes the sessions, over all keys and profiles, and has each one met. */
export async function eachSession(
  keys: readonly KeyObject[],
  wraps: readonly KeyWrap[],
  meet: (received: Received, issuer: Issuer) => Promise<void>,
): Promise<void> {
  const issuers = keys.map((key) => new Issuer(key));
  const imported = await Promise.all(issuers.map(({ encryptionKey }) => importCardDataKey(encryptionKey)));
  for (let index = 0; index < sessionsEach; index += 1) {
    const keyWrap = wraps[index % wraps.length] as KeyWrap;
    const which = Math.floor(index / wraps.length) % keys.length;
    const session = await createCardDataSession(imported[which] as (typeof imported)[0], { keyWrap, ttlMs: 600_000 });
    const parts = session.request.encryptedPayload.split(".") as unknown as Received["parts"];
    await meet({ session, parts, keyWrap }, issuers[which] as Issuer);
  }
}

/** The card number that a session finds in an answer. */
export async function openedPan(session: CardDataSession, answer: string): Promise<string | undefined> {
  return (await session.open(answer)).pan?.groups().join("");
}

/** Sixteen digits. */
export function randomPan(): string {
  return `4${String(Math.floor(Math.random() * 1e15)).padStart(15, "0")}`;
}
