import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  createCardDataSession,
  createKeyCache,
  type EncryptionKey,
  importCardDataKey,
  isCardDataError,
  KeyRefusedError,
} from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { Issuer } from "./support/issuer.ts";

const issuer = new Issuer();
const other = new Issuer();
const pinOf = ({ spki }: Issuer) => createHash("sha256").update(spki).digest("hex");

describe("importCardDataKey()", () => {
  it.each<[string, string]>([
    ["an RSA key of 1024 bits", rsaKey(1024)],
    ["an RSA key of 2047 bits", rsaKey(2047)],
    ["an RSA key of 16384 bits", jwkKey(`${"f".repeat(4096)}`, "AQAB")],
    ["an exponent of 3", jwkKey(rsaModulus(2048), "Aw")],
    ["an exponent of 65535", jwkKey(rsaModulus(2048), Buffer.from([0xff, 0xff]).toString("base64url"))],
    ["an even exponent", jwkKey(rsaModulus(2048), Buffer.from([1, 0, 2]).toString("base64url"))],
    ["an exponent as long as the modulus", jwkKey(rsaModulus(2048), Buffer.alloc(200, 0xff).toString("base64url"))],
    ["an elliptic-curve key", pem(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey)],
    ["a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"],
    ["a key that ends too early", issuer.spki.subarray(0, -10).toString("base64")],
    ["nothing", ""],
    ["the documented placeholder", "<encryption key>"],
  ])("refuses %s", async (_, key) => {
    const error = await importCardDataKey({ version: 1, key }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KeyRefusedError);
    expect(isCardDataError(error)).toBe(true);
    expect(error).toMatchObject({ name: "KeyRefusedError", code: "ERR_KEY_REFUSED" });
    await expect(createCardDataSession({ version: 1, key })).rejects.toThrow(KeyRefusedError);
  });

  it.each([2048, 2049, 3072, 4096])("takes an RSA key of %i bits", async (bits) => {
    await expect(importCardDataKey({ version: 7, key: rsaKey(bits) })).resolves.toEqual({ version: 7 });
  });

  it("takes the pinned key, and one of several pinned, in either case of letters", async () => {
    const pin = pinOf(issuer);
    await importCardDataKey(issuer.encryptionKey, { pin });
    await importCardDataKey(issuer.encryptionKey, { pin: [pinOf(other), pin.toUpperCase()] });
  });

  it("refuses a key that is not the pinned one", async () => {
    const importing = importCardDataKey(issuer.encryptionKey, { pin: pinOf(other) });
    await expect(importing).rejects.toThrow("it is not a pinned key");
  });

  it.each<[string, object, object]>([
    ["a pin that is no SHA-256", issuer.encryptionKey, { pin: "abc" }],
    ["an empty list of pins", issuer.encryptionKey, { pin: [] }],
    ["an unknown option", issuer.encryptionKey, { pins: pinOf(issuer) }],
    ["a version that is text", { ...issuer.encryptionKey, version: "1" }, {}],
    ["no key", { version: 1 }, {}],
  ])("throws a TypeError for %s", async (_, key, options) => {
    await expect(importCardDataKey(key as EncryptionKey, options)).rejects.toThrow(TypeError);
  });
});

describe("createKeyCache()", () => {
  function setUp(options: { ttlMs?: number; pin?: string } = {}) {
    const state = { now: 0, fetches: 0, key: issuer.encryptionKey };
    const fetch = async () => {
      state.fetches += 1;
      return state.key;
    };
    return { state, cache: createKeyCache({ fetch, clock: { now: () => state.now }, ...options }) };
  }

  it("fetches once for callers at the same time and after each other", async () => {
    const { state, cache } = setUp();
    const [one, two] = await Promise.all([cache.get(), cache.get()]);
    expect(await cache.get()).toBe(one);
    expect(two).toBe(one);
    expect(state.fetches).toBe(1);
  });

  it("fetches again when the time is over, and keeps what it read if the key is the same", async () => {
    const { state, cache } = setUp({ ttlMs: 1_000 });
    const first = await cache.get();
    state.now = 999;
    await cache.get();
    expect(state.fetches).toBe(1);
    state.now = 1_000;
    expect(await cache.get()).toBe(first);
    expect(state.fetches).toBe(2);
  });

  it("reads a new key, also under the old version", async () => {
    const { state, cache } = setUp({ ttlMs: 1_000 });
    await cache.get();
    state.now = 1_000;
    state.key = other.encryptionKey;
    const { request } = await createCardDataSession(await cache.get());
    expect(other.receive(request).contentKey).toHaveLength(32);
  });

  it("does not keep a failure", async () => {
    let attempts = 0;
    const fetch = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("offline");
      return issuer.encryptionKey;
    };
    const cache = createKeyCache({ fetch });
    await expect(cache.get()).rejects.toThrow("offline");
    await expect(cache.get()).resolves.toEqual({ version: 1 });
  });

  it("refuses a key that is not the pinned one, and so sends nothing", async () => {
    const { cache } = setUp({ pin: pinOf(other) });
    let sent = 0;
    const sending = cache.use(async () => {
      sent += 1;
    });
    await expect(sending).rejects.toThrow(KeyRefusedError);
    expect(sent).toBe(0);
  });

  it("fetches the key once more when the server does not know its version, and sends once more", async () => {
    const { state, cache } = setUp();
    const versions: number[] = [];
    const response = await cache.use(async (key) => {
      const { request } = await createCardDataSession(key);
      versions.push(request.keyVersion);
      if (request.keyVersion === 1) {
        state.key = { ...other.encryptionKey, version: 2 };
        throw unknownKey();
      }
      return other.receive(request).header.alg;
    });
    expect(response).toBe("RSA1_5");
    expect(versions).toEqual([1, 2]);
    expect(state.fetches).toBe(2);
  });

  it("gives up when the server does not know the new key either", async () => {
    const { state, cache } = setUp();
    const sending = cache.use(async () => {
      throw unknownKey();
    });
    await expect(sending).rejects.toMatchObject({ problem: { code: "card.data.key.unknown" } });
    expect(state.fetches).toBe(2);
  });

  it("fetches once when several sends meet an unknown key at the same time", async () => {
    const { state, cache } = setUp();
    const send = () =>
      cache.use(async ({ version }) => {
        state.key = { ...other.encryptionKey, version: 2 };
        if (version === 1) throw unknownKey();
        return version;
      });
    expect(await Promise.all([send(), send(), send()])).toEqual([2, 2, 2]);
    expect(state.fetches).toBe(2);
  });

  it("passes on any other error without a second attempt", async () => {
    const { state, cache } = setUp();
    let sent = 0;
    const sending = cache.use(async () => {
      sent += 1;
      throw new Error("no card");
    });
    await expect(sending).rejects.toThrow("no card");
    expect({ sent, fetches: state.fetches }).toEqual({ sent: 1, fetches: 1 });
  });

  it("asks the caller what an unknown key looks like, if told how", async () => {
    const state = { sent: 0 };
    const cache = createKeyCache({
      fetch: async () => issuer.encryptionKey,
      isUnknownKey: (error) => error === "rotated",
    });
    const sending = cache.use(async () => {
      state.sent += 1;
      throw "rotated";
    });
    await expect(sending).rejects.toBe("rotated");
    expect(state.sent).toBe(2);
  });

  it("knows an unknown key by the code that the contract has for it", () => {
    const contract = readFileSync(new URL("../../../spec/schemas/problem.yaml", import.meta.url), "utf8");
    expect(contract).toContain(unknownKey().problem.code);
  });

  it.each<[string, object]>([
    ["an unknown option", { ttl: 1 }],
    ["a time of nothing", { ttlMs: 0 }],
    ["a pin that is no SHA-256", { pin: "abc" }],
    ["no way to fetch", { fetch: undefined }],
  ])("throws a TypeError for %s", (_, options) => {
    expect(() => createKeyCache({ fetch: async () => issuer.encryptionKey, ...options } as never)).toThrow(TypeError);
  });
});

function unknownKey() {
  return Object.assign(new Error("422"), { problem: { code: "card.data.key.unknown" } });
}

function pem(key: ReturnType<typeof createPublicKey>): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

function rsaKey(modulusLength: number): string {
  return pem(generateKeyPairSync("rsa", { modulusLength }).publicKey);
}

function rsaModulus(modulusLength: number): string {
  const { n = "" } = generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ format: "jwk" });
  return Buffer.from(n, "base64url").toString("hex");
}

function jwkKey(modulusHex: string, e: string): string {
  const n = Buffer.from(modulusHex, "hex").toString("base64url");
  return pem(createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" }));
}
