import type { webcrypto } from "node:crypto";
import { type CardDataSession, createCardDataSession, importCardDataKey } from "@wisekit/crypto";
import { compactDecrypt } from "jose";
import nodeJose from "node-jose";
import type { Contenders } from "../harness/contender.ts";
import type { ExchangeInput } from "./exchange.ts";

// Each response has a key of its own, and a session opens once: a contender brings as many as it will be asked for.
const responses = 20_000;

/** Each opens the same directly encrypted response of 200 bytes and gives its fields; the baseline is what a page would write by hand. */
export const contenders: Contenders = {
  "raw Web Crypto": async ({ response, contentKey }: ExchangeInput) => {
    const keys = await fill(() => directKey(contentKey));
    return {
      once: async () => {
        const [header = "", , iv = "", ciphertext = "", tag = ""] = response.split(".");
        const [body, end] = [decode(ciphertext), decode(tag)];
        const sealed = new Uint8Array(body.length + end.length);
        sealed.set(body);
        sealed.set(end, body.length);
        const parameters = { name: "AES-GCM", iv: decode(iv), additionalData: new TextEncoder().encode(header) };
        return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(parameters, take(keys), sealed)));
      },
    };
  },
  "@wisekit/crypto": async (input: ExchangeInput) => {
    const sessions = await sessionsUnder(input);
    return { once: () => take(sessions).open(input.response) };
  },
  "jose, CryptoKey": async ({ response, contentKey }: ExchangeInput) => {
    const keys = await fill(() => directKey(contentKey));
    const options = { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] };
    return {
      once: async () =>
        JSON.parse(new TextDecoder().decode((await compactDecrypt(response, take(keys), options)).plaintext)),
    };
  },
  "node-jose": async ({ response, contentKey }: ExchangeInput) => {
    const key = await nodeJose.JWK.asKey({ kty: "oct", k: contentKey, alg: "A256GCM" });
    const decrypt = nodeJose.JWE.createDecrypt(key, { algorithms: ["dir", "A256GCM"] });
    return { once: async () => JSON.parse((await decrypt.decrypt(response)).plaintext.toString()) };
  },
};

function decode(part: string): Uint8Array<ArrayBuffer> {
  const binary = atob(part.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function directKey(contentKey: string): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey("raw", Buffer.from(contentKey, "base64url"), "AES-GCM", false, ["decrypt"]);
}

/** Sessions that all have the same content encryption key, because "random" bytes are its bytes while they are made. */
async function sessionsUnder({ publicKeyPem, contentKey }: ExchangeInput): Promise<CardDataSession[]> {
  const key = await importCardDataKey({ version: 1, key: publicKeyPem });
  const bytes = Buffer.from(contentKey, "base64url");
  const platform = crypto.getRandomValues;
  crypto.getRandomValues = (array) => {
    if (array instanceof Uint8Array) for (let at = 0; at < array.length; at += 1) array[at] = bytes[at % 32] || 1;
    return array;
  };
  try {
    return await fill(() => createCardDataSession(key, { ttlMs: 3_600_000 }));
  } finally {
    crypto.getRandomValues = platform;
  }
}

async function fill<Value>(make: () => Promise<Value>): Promise<Value[]> {
  const pool: Value[] = [];
  while (pool.length < responses) pool.push(await make());
  return pool;
}

function take<Value>(pool: Value[]): Value {
  const value = pool.pop();
  if (value === undefined) throw new Error(`${responses} keys were not enough for this machine`);
  return value;
}
