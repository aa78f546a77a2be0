import type { KeyObject } from "node:crypto";
import { exportPublicPem, importPrivateKey, type Jwk } from "../handshake/rsa-key.ts";
import { apiError } from "./api-error.ts";
import type { MockContext } from "./context.ts";

/** The public key that requests are to be sealed with now (contract schema `EncryptionKey`). */
export async function currentEncryptionKey(context: MockContext): Promise<{ version: number; key: string }> {
  const keys = await encryptionKeys(context);
  const version = Math.max(...keys.keys());
  return { version, key: exportPublicPem(keys.get(version) as Jwk) };
}

/** The private key of a version. @throws ApiError 422 if there is none. */
export async function findEncryptionKey(context: MockContext, version: number): Promise<KeyObject> {
  const jwk = (await encryptionKeys(context)).get(version);
  if (!jwk) {
    throw apiError(422, "card.data.key.unknown", `There is no encryption key of version ${version}`, {
      path: "keyVersion",
      arguments: [version],
    });
  }
  return imported(jwk);
}

/** Brings a new key into use under the next version, which it returns. Older versions are forgotten unless kept. */
export async function rotateEncryptionKey(context: MockContext, jwk: Jwk, keepOlder: boolean): Promise<number> {
  importPrivateKey(jwk);
  const keys = await encryptionKeys(context);
  const version = Math.max(...keys.keys()) + 1;
  if (!keepOlder) keys.clear();
  keys.set(version, jwk);
  return version;
}

async function encryptionKeys(context: MockContext): Promise<Map<number, Jwk>> {
  const { encryptionKeys } = context.state;
  if (encryptionKeys.size === 0) {
    const first = await context.firstKey();
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
