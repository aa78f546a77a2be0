import type { KeyObject } from "node:crypto";
import { exportPublicPem, importPrivateKey, type Jwk } from "../handshake/rsa-key.ts";
import { refuse } from "./refusal.ts";
import type { World } from "./world.ts";

/** The public key that requests are to be sealed with now (contract schema `EncryptionKey`). */
export async function currentEncryptionKey(world: World): Promise<{ version: number; key: string }> {
  const keys = await encryptionKeys(world);
  const version = Math.max(...keys.keys());
  return { version, key: exportPublicPem(keys.get(version) as Jwk) };
}

/** The private key of a version. @throws Refusal 422 if there is none. */
export async function findEncryptionKey(world: World, version: number): Promise<KeyObject> {
  const jwk = (await encryptionKeys(world)).get(version);
  if (!jwk) {
    throw refuse(422, "card.data.key.unknown", `There is no encryption key of version ${version}`, {
      path: "keyVersion",
      arguments: [version],
    });
  }
  return imported(jwk);
}

/** Brings a new key into use under the next version, which it returns. Older versions are forgotten unless kept. */
export async function rotateEncryptionKey(world: World, jwk: Jwk, keepOlder: boolean): Promise<number> {
  importPrivateKey(jwk);
  const keys = await encryptionKeys(world);
  const version = Math.max(...keys.keys()) + 1;
  if (!keepOlder) keys.clear();
  keys.set(version, jwk);
  return version;
}

async function encryptionKeys(world: World): Promise<Map<number, Jwk>> {
  const { encryptionKeys } = world.state;
  if (encryptionKeys.size === 0) {
    const first = await world.firstKey();
    if (encryptionKeys.size === 0) encryptionKeys.set(1, first);
  }
  return encryptionKeys;
}

const importedKeys = new WeakMap<Jwk, KeyObject>();

function imported(jwk: Jwk): KeyObject {
  const known = importedKeys.get(jwk);
  if (known) return known;
  const key = importPrivateKey(jwk);
  importedKeys.set(jwk, key);
  return key;
}
