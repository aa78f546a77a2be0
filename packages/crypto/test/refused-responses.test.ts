import {
  type CardDataSession,
  type CardDataSessionOptions,
  createCardDataSession,
  isCardDataError,
} from "@wisekit/crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Issuer, sealResponse } from "./support/issuer.ts";

const issuer = new Issuer();
const details = { pan: "4396910000012345", cvv2: "111", expiryDate: "10/31" };
const decrypt = vi.spyOn(crypto.subtle, "decrypt");

beforeEach(() => {
  decrypt.mockClear();
});

describe("a changed response", () => {
  // One place in each class of bytes: the parts, their first and last characters, the dots between them.
  const places = placesOf(
    sealResponse(JSON.stringify({ nonce: crypto.randomUUID(), ...details }), { contentKey: Buffer.alloc(32) }),
  );

  it.each(places)("is refused with one decryption, for each other character at $name", async ({ at }) => {
    for (let byte = 0; byte < 256; byte += 1) {
      const session = await makeSession();
      const response = issuer.respond(session.request, details);
      const changed = response.slice(0, at) + String.fromCharCode(byte) + response.slice(at + 1);
      if (changed === response) continue;
      await expectRefused(session.open(changed), String(byte));
    }
  });

  it.each(places)("is refused with one decryption if $name is missing, doubled or the end", async ({ at }) => {
    for (const change of [
      (response: string) => response.slice(0, at) + response.slice(at + 1),
      (response: string) => response.slice(0, at) + response.slice(at, at + 1) + response.slice(at),
      (response: string) => response.slice(0, at),
    ]) {
      const session = await makeSession();
      await expectRefused(session.open(change(issuer.respond(session.request, details))));
    }
  });
});

describe("a response with", () => {
  const header = { alg: "dir", enc: "A256GCM" };
  it.each<[string, object]>([
    ["the alg of the request", { header: { ...header, alg: "RSA1_5" } }],
    ["another alg", { header: { ...header, alg: "A256KW" } }],
    ["alg none", { header: { ...header, alg: "none" } }],
    ["no alg", { header: { enc: "A256GCM" } }],
    ["alg in other letters", { header: { ...header, alg: "DIR" } }],
    ["alg as a list", { header: { ...header, alg: ["dir"] } }],
    ["another enc", { header: { ...header, enc: "A128GCM" } }],
    ["no enc", { header: { alg: "dir" } }],
    ["compression", { header: { ...header, zip: "DEF" } }],
    ["a critical extension", { header: { ...header, crit: ["exp"], exp: 1 } }],
    ["an empty list of critical extensions", { header: { ...header, crit: [] } }],
    ["a header that is a list", { header: [header] }],
    ["an IV of 16 bytes", { ivBytes: 16 }],
    ["an IV of 8 bytes", { ivBytes: 8 }],
    ["an encrypted key", { encryptedKey: "AAAA" }],
    ["another session's key", { contentKey: Buffer.alloc(32, 1) }],
  ])("%s is refused with one decryption", async (_, options) => {
    const session = await makeSession();
    await expectRefused(session.open(issuer.respond(session.request, details, options)));
  });

  it("further header parameters in any order is opened: RFC 7516 says to ignore unknown ones", async () => {
    const session = await makeSession();
    const header = { kid: "a", enc: "A256GCM", typ: "JOSE", alg: "dir" };
    const opened = await session.open(issuer.respond(session.request, details, { header }));
    expect(opened.pan?.last4()).toBe("2345");
  });

  it("a tag cut to 12 bytes is refused with one decryption", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details);
    await expectRefused(session.open(response.slice(0, -6)));
  });

  it("a key of 128 bits is refused with one decryption, although the header says 256", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details).split(".");
    await expectRefused(session.open([response[0], "AAAAAAAAAAAAAAAAAAAAAA", ...response.slice(2)].join(".")));
  });

  it("20,000 characters is refused with one decryption", async () => {
    const session = await makeSession();
    const cardholderName = "x".repeat(20_000);
    await expectRefused(session.open(issuer.respond(session.request, { ...details, cardholderName })));
  });
});

describe("the plaintext of a response", () => {
  it.each<[string, string]>([
    ["is not JSON", "pan=4396910000012345"],
    ["is a list", '[{"pan":"4396910000012345"}]'],
    ["is null", "null"],
    ["holds no secret", '{"expiryDate":"10/31"}'],
    ["has a card number that is a number", '{"pan":4396910000012345}'],
    ["has a card number that is not all digits", '{"pan":"4396 9100 0001 2345"}'],
    ["has an empty card number", '{"pan":""}'],
    ["has two card numbers", '{"pan":"4396910000012345","pan":"4396910000012346"}'],
    ["has a second card number under another spelling", '{"pan":"4396910000012345","p\\u0061n":"4396910000012346"}'],
    ["has a card number inside something else", '{"pan":"4396910000012345","card":{"pan":"4396910000012346"}}'],
    ["has a list of card numbers", '{"pan":["4396910000012345"]}'],
    ["ends too early", '{"pan":"4396910000012345"'],
    ["goes on too long", '{"pan":"4396910000012345"}}'],
    ["is not UTF-8", '{"pan":"4396910000012345","cardholderName":"\u00ff"}'],
  ])("is refused when it %s", async (name, plaintext) => {
    const session = await makeSession({ nonce: "unchecked" });
    const { contentKey } = issuer.receive(session.request);
    const body = name === "is not UTF-8" ? Buffer.from(plaintext, "latin1") : Buffer.from(plaintext);
    await expectRefused(session.open(sealResponse(body, { contentKey })));
    const plain = await makeSession({ nonce: "unchecked" });
    if (name !== "is not UTF-8") await expectRefused(plain.open(plaintext));
  });

  it("may write a name with escapes, and its value still is a secret", async () => {
    const session = await makeSession({ nonce: "unchecked" });
    const opened = await session.open(
      '{"p\\u0061n":"4396910000012345","note":"\\"pan\\":\\"1\\"","more":{"a":[1,"{"]}}',
    );
    expect(`${opened.pan}`).toBe("[secret]");
    expect(JSON.stringify(opened)).not.toContain("4396910000012345");
  });
});

describe("the nonce", () => {
  const foreign = "33d51227-9ad6-4624-b4b7-7853b56076dd";

  it("of a JWE must be the request's", async () => {
    const session = await makeSession();
    await expectRefused(session.open(issuer.respond(session.request, { ...details, nonce: foreign })));
  });

  it("of a JWE may be missing, because the key ties it to the request", async () => {
    const session = await makeSession();
    const opened = await session.open(issuer.respond(session.request, { ...details, nonce: undefined }));
    expect(opened.pan?.last4()).toBe("2345");
  });

  it("of plain JSON must be there, and be the request's", async () => {
    await expectRefused((await makeSession()).open(JSON.stringify({ ...details, nonce: foreign })), "", 0);
    await expectRefused((await makeSession()).open(JSON.stringify(details)), "", 0);
  });

  it("may be anything if `nonce` is `unchecked`", async () => {
    const session = await makeSession({ nonce: "unchecked" });
    expect((await session.open(JSON.stringify({ ...details, nonce: foreign }))).nonce).toBe(foreign);
    const sealed = await makeSession({ nonce: "unchecked" });
    const response = issuer.respond(sealed.request, { ...details, nonce: foreign });
    expect((await sealed.open(response)).nonce).toBe(foreign);
  });
});

describe("a session", () => {
  it("opens one response and refuses a second", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details);
    await session.open(response);
    await expectRefused(session.open(response), "", 1);
  });

  it("opens nothing after it refused a response", async () => {
    const session = await makeSession();
    await expectRefused(session.open("no response"));
    await expectRefused(session.open(issuer.respond(session.request, details)), "", 0);
  });

  it("opens only one of two concurrent responses", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details);
    const outcomes = await Promise.allSettled([session.open(response), session.open(response)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses the response of another session, sealed or plain", async () => {
    const [one, other] = [await makeSession(), await makeSession()];
    await expectRefused(one.open(issuer.respond(other.request, details)));
    const plain = JSON.stringify({ ...details, nonce: issuer.receive(other.request).nonce });
    await expectRefused((await makeSession()).open(plain), "", 0);
  });

  it("opens a response until `ttlMs` is over, and none afterwards", async () => {
    let now = 1_000;
    const clock = { now: () => now };
    const intime = await makeSession({ clock });
    const late = await makeSession({ clock, ttlMs: 60_000 });
    now += 59_999;
    await intime.open(issuer.respond(intime.request, details));
    now += 1;
    await expectRefused(late.open(issuer.respond(late.request, details)), "", 1);
  });

  it("opens nothing after it was closed", async () => {
    const session = await makeSession();
    session.close();
    await expectRefused(session.open(issuer.respond(session.request, details)), "", 0);
  });

  it("opens no plain JSON if `answer` is `jwe`", async () => {
    const session = await makeSession({ answer: "jwe" });
    const { nonce } = issuer.receive(session.request);
    await expectRefused(session.open(JSON.stringify({ ...details, nonce })));
  });

  it("stays open after an argument that is no response", async () => {
    const session = await makeSession();
    await expect(session.open(undefined as never)).rejects.toThrow(TypeError);
    await expect(session.open({ "~unseal": () => 1 } as never)).rejects.toThrow(TypeError);
    await expect(session.open(issuer.respond(session.request, details))).resolves.toBeDefined();
  });
});

function makeSession(options: CardDataSessionOptions = {}): Promise<CardDataSession> {
  return createCardDataSession(issuer.encryptionKey, { keyWrap: "RSA-OAEP-256", ...options });
}

/** Expects the one error, after this many decryptions. */
async function expectRefused(opening: Promise<unknown>, context = "", decryptions = 1): Promise<void> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isCardDataError(error), `refused ${context}`).toBe(true);
  expect({ ...(error as object), name: (error as Error).name, message: (error as Error).message }).toEqual(theOneError);
  expect(error).not.toHaveProperty("cause");
  expect(decrypt.mock.calls.length, `decryptions ${context}`).toBe(decryptions);
  decrypt.mockClear();
}

const theOneError = {
  name: "CardDataError",
  code: "ERR_CARD_DATA_REFUSED",
  message:
    "The card data was refused: the response is not for this session, was changed, or is in a form that this session does not accept",
};

function placesOf(response: string): { name: string; at: number }[] {
  const names = ["header", "encrypted key", "IV", "ciphertext", "tag"];
  let start = 0;
  return response.split(".").flatMap((part, index) => {
    const [first, last] = [start, start + part.length - 1];
    start = last + 2;
    const dot = { name: `the dot after the ${names[index]}`, at: last + 1 };
    const inside = [
      { name: `the first character of the ${names[index]}`, at: first },
      { name: `the middle of the ${names[index]}`, at: (first + last) >> 1 },
      { name: `the last character of the ${names[index]}`, at: last },
    ];
    return [...(part === "" ? [] : inside), ...(index < 4 ? [dot] : [])];
  });
}
