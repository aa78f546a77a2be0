import {
  type CardDataSessionOptions,
  createCardDataSession,
  importCardDataKey,
  type KeyWrap,
  type SealedCardData,
} from "@wisekit/crypto";
import { describe, expect, it, vi } from "vitest";
import { Issuer } from "./support/issuer.ts";

const issuer = new Issuer();
const details = { pan: "4396910000012345", cvv2: "111", expiryDate: "10/31", cardholderName: 'Zoë "Z" Smith' };

describe.each<KeyWrap>(["RSA1_5", "RSA-OAEP-256"])("a session with %s", (keyWrap) => {
  it("seals a new 256-bit key and a nonce, and opens the response with that key", async () => {
    const session = await createCardDataSession(issuer.encryptionKey, { keyWrap });
    const received = issuer.receive(session.request);
    expect(received.header).toEqual({ alg: keyWrap, enc: "A256GCM" });
    expect(received.contentKey).toHaveLength(32);
    expect(received.nonce).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

    const card = await session.open(issuer.respond(session.request, details));
    expect(card.pan?.groups()).toEqual(["4396", "9100", "0001", "2345"]);
    expect(card.cvv2?.groups()).toEqual(["111"]);
    expect(card.cardholderName).toBe(details.cardholderName);
    expect(card.expiryDate).toBe("10/31");
    expect(card.nonce).toBe(received.nonce);
  });
});

describe("the request", () => {
  it("is spread into the arguments of the call and cannot be changed", async () => {
    const { request } = await createCardDataSession(issuer.encryptionKey);
    expect(Object.keys({ ...request }).sort()).toEqual(["encryptedPayload", "keyVersion"]);
    expect(request.keyVersion).toBe(issuer.version);
    expect(Object.isFrozen(request)).toBe(true);
  });

  it("is made with RSA1_5 by default", async () => {
    const { request } = await createCardDataSession(issuer.encryptionKey);
    expect(issuer.receive(request).header.alg).toBe("RSA1_5");
  });

  it.each<KeyWrap>(["RSA1_5", "RSA-OAEP-256"])("leaves no bytes of its key in memory, with %s", async (keyWrap) => {
    const importing = vi.spyOn(crypto.subtle, "importKey");
    const key = await importCardDataKey(issuer.encryptionKey);
    importing.mockClear();
    const session = await createCardDataSession(key, { keyWrap });
    const [format, bytes, , extractable] = importing.mock.lastCall ?? [];
    importing.mockRestore();
    expect([format, extractable]).toEqual(["raw", false]);
    expect([...(bytes as Uint8Array)]).toEqual(Array.from({ length: 32 }, () => 0));
    await expect(session.open(issuer.respond(session.request, details))).resolves.toBeDefined();
  });

  it("is sealed with a key in PEM or bare base64", async () => {
    const bare = { version: 1, key: issuer.spki.toString("base64") };
    const wrapped = { version: 1, key: issuer.spki.toString("base64").replace(/(.{64})/g, "$1\r\n") };
    for (const key of [issuer.encryptionKey, bare, wrapped]) {
      const { request } = await createCardDataSession(key);
      expect(issuer.receive(request).contentKey).toHaveLength(32);
    }
  });
});

describe("the response", () => {
  it("is opened from what the client returned", async () => {
    const session = await createCardDataSession(issuer.encryptionKey);
    const text = issuer.respond(session.request, { pin: "0420" });
    const sealed: SealedCardData<{ nonce: string; pin: string }> = { "~unseal": () => text };
    const { pin } = await session.open(sealed);
    expect(pin.groups()).toEqual(["0420"]);
  });

  it("is opened as a JWE that came as a JSON string", async () => {
    const session = await createCardDataSession(issuer.encryptionKey);
    const opened = await session.open(`${JSON.stringify(issuer.respond(session.request, details))}\n`);
    expect(opened.pan?.last4()).toBe("2345");
  });

  it("is opened as plain JSON fields that carry the request's nonce", async () => {
    const session = await createCardDataSession(issuer.encryptionKey);
    const { nonce } = issuer.receive(session.request);
    const opened = await session.open(JSON.stringify({ nonce, ...details }));
    expect(opened.pan?.last4()).toBe("2345");
    expect(`${opened.cvv2}`).toBe("[secret]");
  });
});

describe("options", () => {
  it.each<[string, object]>([
    ["an unknown name", { keywrap: "RSA1_5" }],
    ["an unknown key wrap", { keyWrap: "RSA-OAEP" }],
    ["a key wrap that objects inherit", { keyWrap: "toString" }],
    ["an unknown nonce policy", { nonce: "none" }],
    ["an unknown form of response", { answer: "json" }],
    ["a duration of 0", { ttlMs: 0 }],
    ["a duration of NaN", { ttlMs: Number.NaN }],
    ["an infinite duration", { ttlMs: Number.POSITIVE_INFINITY }],
  ])("with %s are a TypeError", async (_, options) => {
    const making = createCardDataSession(issuer.encryptionKey, options as CardDataSessionOptions);
    await expect(making).rejects.toThrow(TypeError);
  });
});
