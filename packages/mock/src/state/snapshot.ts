import { Ajv2020 } from "ajv/dist/2020.js";
import type { MockCard } from "../engine/card.ts";
import type { OneTimeToken } from "../engine/one-time-token.ts";
import type { MockProfile } from "../engine/profile.ts";
import type { ScaStanding } from "../engine/sca.ts";
import { createState, type EngineState, putCard, replaceState } from "../engine/state.ts";
import type { AccessToken, RefreshToken } from "../engine/tokens.ts";
import type { World, WorldSettings } from "../engine/world.ts";
import type { Jwk } from "../handshake/rsa-key.ts";
import type { RandomStreams } from "../random.ts";
import { snapshotSchema } from "./snapshot-schema.ts";

/** Everything that a mock remembers, as plain data that survives JSON. */
export interface MockSnapshot {
  readonly version: 1;
  readonly clockOffsetMs: number;
  readonly random: ReturnType<RandomStreams["save"]>;
  readonly settings: WorldSettings;
  readonly profiles: readonly MockProfile[];
  readonly cards: readonly MockCard[];
  readonly oneTimeTokens: readonly OneTimeToken[];
  readonly scaStandings: readonly (readonly [userId: number, standing: ScaStanding])[];
  readonly accessTokens: readonly AccessToken[];
  readonly refreshTokens: readonly RefreshToken[];
  readonly usedAuthorisationCodes: readonly string[];
  readonly encryptionKeys: readonly (readonly [version: number, key: Jwk])[];
}

/** Copies everything that a world remembers. */
export function takeSnapshot({ state, clock, random, settings }: World): MockSnapshot {
  const cards = [...state.cardsOfProfile.values()].flat();
  return structuredClone({
    version: 1 as const,
    clockOffsetMs: clock.offsetMs,
    random: random.save(),
    settings,
    profiles: [...state.profiles.values()],
    cards,
    oneTimeTokens: [...state.oneTimeTokens.values()],
    scaStandings: [...state.scaStandings],
    accessTokens: [...state.accessTokens.values()],
    refreshTokens: [...state.refreshTokens.values()],
    usedAuthorisationCodes: [...state.usedAuthorisationCodes],
    encryptionKeys: [...state.encryptionKeys],
  });
}

/** Makes a world remember exactly what a snapshot holds. @throws TypeError if the value is no snapshot */
export function restoreSnapshot(world: World, snapshot: MockSnapshot): void {
  const damage = findDamage(snapshot);
  if (damage) throw new TypeError(`This is no snapshot of a mock: ${damage}.`);
  const copy = structuredClone(snapshot);
  replaceState(world.state, readState(copy));
  Object.assign(world.settings, copy.settings);
  world.clock.setOffset(copy.clockOffsetMs);
  world.random.load(copy.random);
}

function readState(snapshot: MockSnapshot): EngineState {
  const state = createState();
  for (const profile of snapshot.profiles) state.profiles.set(profile.id, profile);
  for (const card of snapshot.cards) putCard(state, card);
  for (const token of snapshot.oneTimeTokens) state.oneTimeTokens.set(token.token, token);
  for (const [userId, standing] of snapshot.scaStandings) state.scaStandings.set(userId, standing);
  for (const token of snapshot.accessTokens) state.accessTokens.set(token.token, token);
  for (const token of snapshot.refreshTokens) state.refreshTokens.set(token.token, token);
  for (const code of snapshot.usedAuthorisationCodes) state.usedAuthorisationCodes.add(code);
  for (const [version, key] of snapshot.encryptionKeys) state.encryptionKeys.set(version, key);
  return state;
}

/** What keeps a value from being a snapshot, or undefined if it is one. */
export function findDamage(value: unknown): string | undefined {
  const validate = new Ajv2020({ strict: false }).compile(snapshotSchema);
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || "it"} ${error?.message}`;
}
