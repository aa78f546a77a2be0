import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import {
  createCardDataSession,
  createKeyCache,
  type EncryptionKey,
  importCardDataKey,
  isCardDataError,
  KeyRefusedError,
  sealPin,
} from "@wisekit/crypto";
import { describe, expect, it, vi } from "vitest";
import { Issuer } from "./support/issuer.ts";

const issuer = new Issuer();
const other = new Issuer();
const sha256Of = ({ spki }: Issuer) => createHash("sha256").update(spki).digest("hex");

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

  const spki = issuer.spki;
  const pkcs1 = createPublicKey(issuer.privateKey).export({ type: "pkcs1", format: "der" });
  const lines = (text: string, end: string) => text.replace(/(.{64})/g, `$1${end}`);
  it.each<[string, string]>([
    ["SubjectPublicKeyInfo in PEM", issuer.encryptionKey.key],
    ["PKCS #1 in PEM", createPublicKey(issuer.privateKey).export({ type: "pkcs1", format: "pem" }).toString()],
    ["SubjectPublicKeyInfo in base64", spki.toString("base64")],
    ["SubjectPublicKeyInfo in base64 without padding", spki.toString("base64").replace(/=+$/, "")],
    ["SubjectPublicKeyInfo in base64 with line breaks", lines(spki.toString("base64"), "\r\n")],
    ["SubjectPublicKeyInfo in base64url", spki.toString("base64url")],
    ["PKCS #1 in base64", pkcs1.toString("base64")],
    ["PKCS #1 in base64url", pkcs1.toString("base64url")],
    ["PKCS #1 in base64url with padding", `${pkcs1.toString("base64url")}${"=".repeat((3 - (pkcs1.length % 3)) % 3)}`],
  ])("reads the same key as %s", async (_, key) => {
    const imported = await importCardDataKey({ version: 1, key }, { pinnedKeySha256: sha256Of(issuer) });
    for (const keyWrap of ["RSA1_5", "RSA-OAEP-256"] as const) {
      const { request } = await createCardDataSession(imported, { keyWrap });
      expect(issuer.receive(request).contentKey).toHaveLength(32);
    }
  });

  it.each([2048, 2049, 3072, 4096, 8192])("takes a PKCS #1 key of %i bits", async (bits) => {
    // Whether a modulus is a product of two primes cannot be seen in a public key, and to find such takes long.
    const modulus = (2n ** BigInt(bits - 1) + 1n).toString(16);
    const n = Buffer.from(modulus.padStart(modulus.length + (modulus.length % 2), "0"), "hex").toString("base64url");
    const publicKey = createPublicKey({ key: { kty: "RSA", n, e: "AQAB" }, format: "jwk" });
    const key = publicKey.export({ type: "pkcs1", format: "pem" });
    await expect(importCardDataKey({ version: 7, key: key.toString() })).resolves.toEqual({ version: 7 });
  });

  const sextets = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA";
  it.each<[string, string]>([
    ["base64 and base64url in one text", `${sextets}+/-_`],
    ["PEM with base64url inside", issuer.encryptionKey.key.replace(/\+/g, "-").replace(/[/]/g, "_").replace("A", "_")],
    ["PEM with two different labels", issuer.encryptionKey.key.replace("END PUBLIC", "END RSA PUBLIC")],
    ["a private key in PKCS #1", issuer.privateKey.export({ type: "pkcs1", format: "pem" }).toString()],
    ["a private key in PKCS #1, bare", issuer.privateKey.export({ type: "pkcs1", format: "der" }).toString("base64")],
    ["a private key in PKCS #8, bare", issuer.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64")],
    ["a PKCS #1 key of 1024 bits", pkcs1Key(1024)],
    ["a PKCS #1 key that ends too early", pkcs1.subarray(0, -1).toString("base64")],
    ["base64 of PEM", Buffer.from(issuer.encryptionKey.key).toString("base64")],
    ["JSON", JSON.stringify(createPublicKey(issuer.privateKey).export({ format: "jwk" }))],
  ])("refuses %s", async (_, key) => {
    await expect(importCardDataKey({ version: 1, key })).rejects.toThrow(KeyRefusedError);
  });

  it("takes the pinned key, and one of several pinned, in either case of letters", async () => {
    const pinned = sha256Of(issuer);
    await importCardDataKey(issuer.encryptionKey, { pinnedKeySha256: pinned });
    await importCardDataKey(issuer.encryptionKey, { pinnedKeySha256: [sha256Of(other), pinned.toUpperCase()] });
  });

  it("refuses a key that is not the pinned one", async () => {
    const importing = importCardDataKey(issuer.encryptionKey, { pinnedKeySha256: sha256Of(other) });
    await expect(importing).rejects.toThrow("it is not a pinned key");
  });

  it("says on a page without Web Crypto that it needs https or localhost", async () => {
    vi.stubGlobal("crypto", { getRandomValues: () => {} });
    const needs = { code: "ERR_WEB_CRYPTO_MISSING", message: "There is no Web Crypto; it needs https or localhost" };
    try {
      await expect(importCardDataKey(issuer.encryptionKey)).rejects.toMatchObject(needs);
      await expect(createCardDataSession(issuer.encryptionKey)).rejects.toMatchObject(needs);
      await expect(sealPin(issuer.encryptionKey, "1234")).rejects.toMatchObject(needs);
      vi.stubGlobal("crypto", undefined);
      await expect(createCardDataSession(issuer.encryptionKey)).rejects.toMatchObject(needs);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it.each<[string, object, object]>([
    ["a pinned key that is no SHA-256", issuer.encryptionKey, { pinnedKeySha256: "abc" }],
    ["an empty list of pinned keys", issuer.encryptionKey, { pinnedKeySha256: [] }],
    ["an unknown option", issuer.encryptionKey, { pin: sha256Of(issuer) }],
    ["a version that is text", { ...issuer.encryptionKey, version: "1" }, {}],
    ["no key", { version: 1 }, {}],
  ])("throws a TypeError for %s", async (_, key, options) => {
    await expect(importCardDataKey(key as EncryptionKey, options)).rejects.toThrow(TypeError);
  });
});

describe("createKeyCache()", () => {
  function setUp(options: { ttlMs?: number; pinnedKeySha256?: string } = {}) {
    const state = { now: 0, loads: 0, key: issuer.encryptionKey };
    const loadKey = async () => {
      state.loads += 1;
      return state.key;
    };
    return { state, cache: createKeyCache({ loadKey, clock: { now: () => state.now }, ...options }) };
  }

  it("loads once for callers at the same time and after each other", async () => {
    const { state, cache } = setUp();
    const [one, two] = await Promise.all([cache.get(), cache.get()]);
    expect(await cache.get()).toBe(one);
    expect(two).toBe(one);
    expect(state.loads).toBe(1);
  });

  it("loads again when the time is over, and keeps what it read if the key is the same", async () => {
    const { state, cache } = setUp({ ttlMs: 1_000 });
    const first = await cache.get();
    state.now = 999;
    await cache.get();
    expect(state.loads).toBe(1);
    state.now = 1_000;
    expect(await cache.get()).toBe(first);
    expect(state.loads).toBe(2);
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
    const loadKey = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("offline");
      return issuer.encryptionKey;
    };
    const cache = createKeyCache({ loadKey });
    await expect(cache.get()).rejects.toThrow("offline");
    await expect(cache.get()).resolves.toEqual({ version: 1 });
  });

  it("refuses a key that is not the pinned one, and so sends nothing", async () => {
    const { cache } = setUp({ pinnedKeySha256: sha256Of(other) });
    let sent = 0;
    const sending = cache.use(async () => {
      sent += 1;
    });
    await expect(sending).rejects.toThrow(KeyRefusedError);
    expect(sent).toBe(0);
  });

  it.each([400, 405, 409, 410, 412, 415, 422, 499])(
    "loads the key again after a %i, and sends again, because the key has changed",
    async (status) => {
      const { state, cache } = setUp();
      const versions: number[] = [];
      const response = await cache.use(async (key) => {
        const { request } = await createCardDataSession(key);
        versions.push(request.keyVersion);
        if (request.keyVersion === 1) {
          state.key = { ...other.encryptionKey, version: 2 };
          throw refusal(status);
        }
        return other.receive(request).header.alg;
      });
      expect(response).toBe("RSA1_5");
      expect(versions).toEqual([1, 2]);
      expect(state.loads).toBe(2);
    },
  );

  it("sends again if the key has changed and kept its version", async () => {
    const { state, cache } = setUp();
    const sending = cache.use(async (key) => {
      if (state.loads === 1) {
        state.key = other.encryptionKey;
        throw refusal(400);
      }
      return other.receive((await createCardDataSession(key)).request).contentKey.length;
    });
    await expect(sending).resolves.toBe(32);
  });

  it("loads the key again after a 4xx, and does not send again if it is the same", async () => {
    const { state, cache } = setUp();
    const error = refusal(422);
    let sent = 0;
    const sending = cache.use(async () => {
      sent += 1;
      throw error;
    });
    await expect(sending).rejects.toBe(error);
    expect({ sent, loads: state.loads }).toEqual({ sent: 1, loads: 2 });
  });

  it("sends twice at most, though the key changes each time", async () => {
    const { state, cache } = setUp();
    let sent = 0;
    const sending = cache.use(async () => {
      sent += 1;
      state.key = { ...other.encryptionKey, version: sent + 1 };
      throw refusal(400);
    });
    await expect(sending).rejects.toMatchObject({ status: 400 });
    expect({ sent, loads: state.loads }).toEqual({ sent: 2, loads: 2 });
  });

  it.each([401, 403, 404, 429, 500, 503])("does not load the key again after a %i", async (status) => {
    const { state, cache } = setUp();
    const sending = cache.use(async () => {
      throw refusal(status);
    });
    await expect(sending).rejects.toMatchObject({ status });
    expect(state.loads).toBe(1);
  });

  it("loads once when several sends meet an old key at the same time", async () => {
    const { state, cache } = setUp();
    const send = () =>
      cache.use(async ({ version }) => {
        state.key = { ...other.encryptionKey, version: 2 };
        if (version === 1) throw refusal(422);
        return version;
      });
    expect(await Promise.all([send(), send(), send()])).toEqual([2, 2, 2]);
    expect(state.loads).toBe(2);
  });

  it("throws the error of the send if the key cannot be loaded again, and that of the key if it is refused", async () => {
    const { state, cache } = setUp();
    const error = refusal(400);
    const sendWith = (key: EncryptionKey | undefined) =>
      cache.use(async () => {
        state.key = key as EncryptionKey;
        throw error;
      });
    await expect(sendWith(undefined)).rejects.toBe(error);
    await expect(sendWith({ version: 2, key: rsaKey(1024) })).rejects.toThrow(KeyRefusedError);
  });

  it("passes on an error that is no response without a second attempt", async () => {
    const { state, cache } = setUp();
    let sent = 0;
    const sending = cache.use(async () => {
      sent += 1;
      throw new Error("no connection");
    });
    await expect(sending).rejects.toThrow("no connection");
    expect({ sent, loads: state.loads }).toEqual({ sent: 1, loads: 1 });
  });

  it("asks the caller which errors can mean an old key, if told how", async () => {
    const { state, cache } = setUp();
    const own = createKeyCache({ loadKey: () => cache.get().then(() => state.key), isUnknownKey: (e) => e === "old" });
    const sending = own.use(async ({ version }) => {
      state.key = { ...other.encryptionKey, version: 2 };
      if (version === 1) throw "old";
      return version;
    });
    await expect(sending).resolves.toBe(2);
  });

  it.each<[string, object]>([
    ["an unknown option", { ttl: 1 }],
    ["a time of nothing", { ttlMs: 0 }],
    ["a pinned key that is no SHA-256", { pinnedKeySha256: "abc" }],
    ["no way to load", { loadKey: undefined }],
  ])("throws a TypeError for %s", (_, options) => {
    expect(() => createKeyCache({ loadKey: async () => issuer.encryptionKey, ...options } as never)).toThrow(TypeError);
  });
});

/** An error of a client that got a response with this status. */
function refusal(status: number): Error {
  return Object.assign(new Error(String(status)), { status });
}

function pkcs1Key(modulusLength: number): string {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength });
  return publicKey.export({ type: "pkcs1", format: "der" }).toString("base64");
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
