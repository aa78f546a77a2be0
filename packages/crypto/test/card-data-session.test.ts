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

  it("is opened as plain JSON, with secrets in place of what is secret", async () => {
    const session = await createCardDataSession(issuer.encryptionKey, { onResponseForm: () => {} });
    const opened = await session.open(` ${JSON.stringify(details)}\n`);
    expect(opened.pan?.last4()).toBe("2345");
    expect(`${opened.cvv2}`).toBe("[secret]");
  });

  it.each(["jwe", "json"])("is opened as %s with null in place of any field that it does not have", async (form) => {
    const session = await createCardDataSession(issuer.encryptionKey, { onResponseForm: () => {} });
    const fields = { ...details, cvv2: null, expiryDate: null, cardholderName: null, nonce: null };
    const { pan, ...rest } = await session.open(
      form === "jwe" ? issuer.respond(session.request, fields) : JSON.stringify(fields),
    );
    expect(pan?.last4()).toBe("2345");
    expect(rest).toEqual({ cvv2: null, expiryDate: null, cardholderName: null, nonce: null });
  });
});

describe("a request that carries its key and nothing else", () => {
  it.each<KeyWrap>(["RSA1_5", "RSA-OAEP-256"])("has the form of the vendor's example, with %s", async (keyWrap) => {
    const { request } = await createCardDataSession(issuer.encryptionKey, { keyWrap, request: "key-only" });
    const [header = "", key = "", iv = "", ...rest] = request.encryptedPayload.split(".");
    expect(Buffer.from(header, "base64url").toString()).toBe(`{"alg":"${keyWrap}","enc":"A256GCM"}`);
    expect([key, iv].map((part) => Buffer.from(part, "base64url").length)).toEqual([256, 12]);
    expect(rest).toEqual(["", ""]);
  });

  it("carries another key each time, and its response opens with that key alone", async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => createCardDataSession(issuer.encryptionKey, { request: "key-only" })),
    );
    if (!one || !other) throw new Error("there are two sessions");
    expect(issuer.receive(one.request).contentKey).not.toEqual(issuer.receive(other.request).contentKey);
    expect((await one.open(issuer.respond(one.request, details))).pan?.last4()).toBe("2345");
    await expect(other.open(issuer.respond(one.request, details))).rejects.toMatchObject({ reason: "not-authentic" });
  });
});

describe("options", () => {
  it.each<[string, object]>([
    ["an unknown name", { keywrap: "RSA1_5" }],
    ["an unknown key wrap", { keyWrap: "RSA-OAEP" }],
    ["a key wrap that objects inherit", { keyWrap: "toString" }],
    ["an unknown nonce policy", { nonce: "none" }],
    ["an unknown form of request", { request: "key" }],
    ["a word in place of true or false", { acceptPlainJson: "no" }],
    ["a listener that is no function", { onResponseForm: "warn" }],
    ["a duration of 0", { ttlMs: 0 }],
    ["a duration of NaN", { ttlMs: Number.NaN }],
    ["a negative duration", { ttlMs: -1 }],
  ])("with %s are a TypeError", async (_, options) => {
    const making = createCardDataSession(issuer.encryptionKey, options as CardDataSessionOptions);
    await expect(making).rejects.toThrow(TypeError);
  });
});
