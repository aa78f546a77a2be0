import { Ajv2020 } from "ajv/dist/2020.js";
import type { MockCard } from "../engine/card.ts";
import type { MockContext, MockSettings } from "../engine/context.ts";
import type { OneTimeToken } from "../engine/one-time-token.ts";
import type { MockProfile } from "../engine/profile.ts";
import {
  type AccessToken,
  createState,
  type KeyedCall,
  type MockState,
  putCard,
  type RefreshToken,
  replaceState,
  type UserScaState,
} from "../engine/state.ts";
import type { Jwk } from "../handshake/rsa-key.ts";
import type { RandomStreams } from "../random.ts";
import { snapshotSchema } from "./snapshot-schema.ts";

/** Everything that a mock remembers, as plain data that survives JSON. */
export interface MockSnapshot {
  readonly version: 3;
  readonly clockOffsetMs: number;
  readonly random: ReturnType<RandomStreams["save"]>;
  readonly settings: MockSettings;
  readonly profiles: readonly MockProfile[];
  readonly cards: readonly MockCard[];
  readonly oneTimeTokens: readonly OneTimeToken[];
  readonly scaStates: readonly (readonly [userId: number, scaState: UserScaState])[];
  readonly accessTokens: readonly AccessToken[];
  readonly refreshTokens: readonly RefreshToken[];
  readonly usedAuthorisationCodes: readonly string[];
  readonly encryptionKeys: readonly (readonly [version: number, key: Jwk])[];
  readonly keyedCalls: readonly KeyedCall[];
}

/** Copies everything that a mock remembers. */
export function takeSnapshot({ state, clock, random, settings }: MockContext): MockSnapshot {
  const cards = [...state.cardsOfProfile.values()].flat();
  return structuredClone({
    version: 3 as const,
    clockOffsetMs: clock.offsetMs,
    random: random.save(),
    settings,
    profiles: [...state.profiles.values()],
    cards,
    oneTimeTokens: [...state.oneTimeTokens.values()],
    scaStates: [...state.scaStates],
    accessTokens: [...state.accessTokens.values()],
    refreshTokens: [...state.refreshTokens.values()],
    usedAuthorisationCodes: [...state.usedAuthorisationCodes],
    encryptionKeys: [...state.encryptionKeys],
    keyedCalls: [...state.keyedCalls.values()],
  });
}

/** Makes a mock remember exactly what a snapshot holds. @throws TypeError if the value is not a snapshot */
export function restoreSnapshot(context: MockContext, snapshot: MockSnapshot): void {
  const damage = findDamage(snapshot);
  if (damage) throw new TypeError(`restore(): not a snapshot of a mock: ${damage}`);
  const copy = structuredClone(snapshot);
  replaceState(context.state, readState(copy));
  Object.assign(context.settings, copy.settings);
  context.clock.setOffset(copy.clockOffsetMs);
  context.random.load(copy.random);
}

function readState(snapshot: MockSnapshot): MockState {
  const state = createState();
  for (const profile of snapshot.profiles) state.profiles.set(profile.id, profile);
  for (const card of snapshot.cards) putCard(state, card);
  for (const token of snapshot.oneTimeTokens) state.oneTimeTokens.set(token.token, token);
  for (const [userId, scaState] of snapshot.scaStates) state.scaStates.set(userId, scaState);
  for (const token of snapshot.accessTokens) state.accessTokens.set(token.token, token);
  for (const token of snapshot.refreshTokens) state.refreshTokens.set(token.token, token);
  for (const code of snapshot.usedAuthorisationCodes) state.usedAuthorisationCodes.add(code);
  for (const [version, key] of snapshot.encryptionKeys) state.encryptionKeys.set(version, key);
  for (const call of snapshot.keyedCalls) state.keyedCalls.set(call.id, call);
  return state;
}

/** Why a value is not a snapshot; undefined if it is one. */
export function findDamage(value: unknown): string | undefined {
  const validate = new Ajv2020({ strict: false }).compile(snapshotSchema);
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || "it"} ${error?.message}`;
}
