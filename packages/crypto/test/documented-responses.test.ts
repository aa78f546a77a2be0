import { type CardDataSessionOptions, createCardDataSession, type KeyWrap, type ResponseForm } from "@wisekit/crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Issuer } from "./support/issuer.ts";

const issuer = new Issuer();
// The examples of the vendor's reference. Their nonce is the vendor's own: no source says that a request has one.
const nonce = "33d51227-9ad6-4624-b4b7-7853b56076dd";
const examples = {
  details: { nonce, cvv2: "111", pan: "4396910000012345", expiryDate: "10/31", cardholderName: "John Smith" },
  pin: { nonce, pin: "1234" },
};
const keyWraps: readonly KeyWrap[] = ["RSA1_5", "RSA-OAEP-256"];
const requests = ["jwe", "key-only"] as const;
const every = keyWraps.flatMap((keyWrap) =>
  requests.flatMap((request) => (["details", "pin"] as const).map((kind) => ({ keyWrap, request, kind }))),
);

afterEach(() => vi.restoreAllMocks());

describe.each(every)("the documented response with $kind to a request $request with $keyWrap", (given) => {
  const { kind, ...options } = given;

  it("opens by default as a JWE, with a nonce that the request did not have", async () => {
    const session = await createCardDataSession(issuer.encryptionKey, options);
    const opened = await session.open(issuer.respond(session.request, examples[kind]));
    expect(shown(opened)).toEqual(examples[kind]);
  });

  it("opens by default as plain JSON, with a nonce that the request did not have", async () => {
    const session = await createCardDataSession(issuer.encryptionKey, { ...options, onResponseForm: () => {} });
    expect(shown(await session.open(JSON.stringify(examples[kind])))).toEqual(examples[kind]);
  });
});

describe("a response without a nonce", () => {
  it.each(["jwe", "json"] as const)("opens by default as %s", async (form) => {
    const details = { ...examples.details, nonce: undefined };
    expect(shown(await openAs(form, { onResponseForm: () => {} }, details))).toEqual(details);
  });
});

describe("onResponseForm", () => {
  it.each(["jwe", "json"] as const)("is told that a response was accepted as %s", async (form) => {
    const forms: ResponseForm[] = [];
    await openAs(form, { onResponseForm: (accepted) => forms.push(accepted) });
    expect(forms).toEqual([form]);
  });

  it("is told nothing when a response is refused", async () => {
    const forms: ResponseForm[] = [];
    const session = await createCardDataSession(issuer.encryptionKey, { onResponseForm: (form) => forms.push(form) });
    await expect(session.open('{"pan":1}')).rejects.toThrow();
    expect(forms).toEqual([]);
  });

  it("may throw: open() then gives nothing out and disposes what it has opened", async () => {
    const failure = new Error("no plain JSON here");
    const wiped = watchWiping();
    const opening = openAs("json", {
      onResponseForm: () => {
        throw failure;
      },
    });
    await expect(opening).rejects.toBe(failure);
    expect(wiped()).toEqual(["4396910000012345", "111"]);
  });

  it("is missing: the first plain JSON that is opened writes one warning, and a JWE none", async () => {
    vi.resetModules();
    const fresh = await import("@wisekit/crypto");
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const open = async (response: (request: { keyVersion: number; encryptedPayload: string }) => string) => {
      const session = await fresh.createCardDataSession(issuer.encryptionKey);
      return session.open(response(session.request));
    };
    await open((request) => issuer.respond(request, examples.details));
    expect(warn).not.toHaveBeenCalled();
    await open(() => JSON.stringify(examples.details));
    await open(() => JSON.stringify(examples.pin));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.lastCall?.[0])).toMatch(/plain JSON.*acceptPlainJson.*onResponseForm/s);
    expect(String(warn.mock.lastCall)).not.toContain(examples.details.pan);
  });
});

describe("nonce: echo", () => {
  it("opens plain JSON that has the request's nonce", async () => {
    const session = await createCardDataSession(issuer.encryptionKey, { nonce: "echo", onResponseForm: () => {} });
    const own = issuer.receive(session.request).nonce;
    expect(own).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await session.open(JSON.stringify({ ...examples.details, nonce: own }))).nonce).toBe(own);
  });

  it.each<[string, object]>([
    ["another nonce", { nonce }],
    ["no nonce", { nonce: undefined }],
  ])("refuses plain JSON with %s, and disposes what it has opened", async (_, fields) => {
    const wiped = watchWiping();
    const opening = openAs("json", { nonce: "echo" }, { ...examples.details, ...fields });
    await expect(opening).rejects.toMatchObject({ code: "ERR_CARD_DATA_REFUSED", reason: "nonce" });
    expect(wiped()).toEqual(["4396910000012345", "111"]);
  });

  it("opens a JWE with another nonce: the key itself ties it to the request", async () => {
    expect((await openAs("jwe", { nonce: "echo" })).nonce).toBe(nonce);
  });

  it("is refused for a request that carries its key and nothing else, because that has no nonce", async () => {
    const options = { nonce: "echo", request: "key-only" } as const;
    await expect(createCardDataSession(issuer.encryptionKey, options)).rejects.toThrow(
      'createCardDataSession(): nonce "echo" needs request "jwe"',
    );
  });
});

async function openAs(form: ResponseForm, options: CardDataSessionOptions, fields: object = examples.details) {
  const session = await createCardDataSession(issuer.encryptionKey, options);
  return session.open(form === "jwe" ? issuer.respond(session.request, fields) : JSON.stringify(fields));
}

/** The fields of an opened response as they were sent. */
function shown(opened: object): object {
  const text = (value: unknown) =>
    typeof value === "object" ? (value as { groups(): string[] }).groups().join("") : value;
  return Object.fromEntries(Object.entries(opened).map(([name, value]) => [name, text(value)]));
}

/** Collects the digits that are overwritten with zero bytes from now on: what a disposed `Secret` held. */
function watchWiping(): () => string[] {
  const wiped: string[] = [];
  const fill = Uint8Array.prototype.fill;
  vi.spyOn(Uint8Array.prototype, "fill").mockImplementation(function (this: Uint8Array, ...given) {
    const text = String.fromCharCode(...this.subarray(0, 32));
    if (given[0] === 0 && /^\d+$/.test(text)) wiped.push(text);
    return fill.apply(this, given);
  });
  return () => wiped.sort((a, b) => b.length - a.length);
}
