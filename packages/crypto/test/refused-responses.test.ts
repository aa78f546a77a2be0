import {
  CardDataRefusedError,
  type CardDataSession,
  type CardDataSessionOptions,
  createCardDataSession,
  explainJwe,
  isCardDataError,
  type RefusalReason,
} from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { Issuer, sealResponse } from "./support/issuer.ts";

const issuer = new Issuer();
const details = { pan: "4396910000012345", cvv2: "90817", expiryDate: "10/31" };

describe("a changed response", () => {
  // One place in each class of bytes: the parts, their first and last characters, the dots between them.
  const places = placesOf(
    sealResponse(JSON.stringify({ nonce: crypto.randomUUID(), ...details }), { contentKey: Buffer.alloc(32) }),
  );

  it.each(places)("is refused, with the cause, for each other character at $name", async ({ at }) => {
    for (let byte = 0; byte < 256; byte += 1) {
      const session = await makeSession();
      const response = issuer.respond(session.request, details);
      const changed = response.slice(0, at) + String.fromCharCode(byte) + response.slice(at + 1);
      if (changed === response) continue;
      await expectRefused(session.open(changed), ["not-a-jwe", "not-authentic", "fields"]);
    }
  });

  it.each(places)("is refused, with the cause, if $name is missing, doubled or the end", async ({ at }) => {
    for (const change of [
      (response: string) => response.slice(0, at) + response.slice(at + 1),
      (response: string) => response.slice(0, at) + response.slice(at, at + 1) + response.slice(at),
      (response: string) => response.slice(0, at),
    ]) {
      const session = await makeSession();
      await expectRefused(session.open(change(issuer.respond(session.request, details))), [
        "not-a-jwe",
        "not-authentic",
      ]);
    }
  });
});

describe("a response with", () => {
  const header = { alg: "dir", enc: "A256GCM" };
  it.each<[string, object, string]>([
    ["the alg of the request", { header: { ...header, alg: "RSA1_5" } }, 'alg is "RSA1_5"'],
    ["another alg", { header: { ...header, alg: "A256KW" } }, 'alg is "A256KW"'],
    ["alg none", { header: { ...header, alg: "none" } }, 'alg is "none"'],
    ["no alg", { header: { enc: "A256GCM" } }, "alg is missing"],
    ["alg in other letters", { header: { ...header, alg: "DIR" } }, 'alg is "DIR"'],
    ["alg as a list", { header: { ...header, alg: ["dir"] } }, 'alg is ["dir"]'],
    ["another enc", { header: { ...header, enc: "A128GCM" } }, 'enc is "A128GCM"'],
    ["no enc", { header: { alg: "dir" } }, "enc is missing"],
    ["compression", { header: { ...header, zip: "DEF" } }, "zip must not be set"],
    ["another compression", { header: { ...header, zip: "BR" } }, "zip must not be set"],
    ["a critical extension", { header: { ...header, crit: ["exp"], exp: 1 } }, "crit must not be set"],
    ["an empty list of critical extensions", { header: { ...header, crit: [] } }, "crit must not be set"],
    ["a header that is a list", { header: [header] }, "The header must be a JSON object"],
    ["an IV of 16 bytes", { ivBytes: 16 }, "The IV has 16 bytes"],
    ["an IV of 8 bytes", { ivBytes: 8 }, "The IV has 8 bytes"],
    ["an encrypted key", { encryptedKey: "AAAA" }, "With dir the encrypted key must be empty; this has 3 bytes"],
  ])("%s is refused, with the cause in the error and in explainJwe()", async (_, options, words) => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details, options);
    await expectRefused(session.open(response), "not-a-jwe", words);
    expect(
      explainJwe(response, "response")
        .problems.map(({ message }) => message)
        .join(),
    ).toContain(words);
  });

  it("another session's key is refused: it is not authentic", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details, { contentKey: Buffer.alloc(32, 1) });
    await expectRefused(session.open(response), "not-authentic");
    expect(explainJwe(response, "response")).toMatchObject({ ok: true, form: "jwe" });
  });

  it("further header parameters in any order is opened: RFC 7516 says to ignore unknown ones", async () => {
    const session = await makeSession();
    const header = { kid: "a", enc: "A256GCM", typ: "JOSE", alg: "dir" };
    const opened = await session.open(issuer.respond(session.request, details, { header }));
    expect(opened.pan?.last4()).toBe("2345");
  });

  it("a tag cut to 12 bytes is refused, with its length", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details).slice(0, -6);
    await expectRefused(session.open(response), "not-a-jwe", "The tag has 12 bytes; it must have 16.");
  });

  it("20,000 characters is refused, with its length", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, { ...details, cardholderName: "x".repeat(20_000) });
    await expectRefused(session.open(response), "not-a-jwe", `It has ${response.length} characters`);
    expect(explainJwe(response).problems.map(({ code }) => code)).toEqual(["length"]);
  });

  it("a page of HTML is refused as no JWE", async () => {
    const session = await makeSession();
    await expectRefused(session.open("<html>"), "not-a-jwe", "must have five parts separated by dots; this has 1");
  });
});

describe("the plaintext of a response", () => {
  const [pan, other] = [details.pan, "4396910000012346"];
  it.each<[string, string, string]>([
    ["is not JSON", `pan=${pan}`, "it is not JSON"],
    ["is a list", `[{"pan":"${pan}"}]`, "pan stands inside another field"],
    ["is null", "null", "it is not an object"],
    ["holds no secret", '{"expiryDate":"10/31"}', "it must have pan or pin"],
    ["holds null in place of every secret", '{"pan":null,"cvv2":null}', "it must have pan or pin"],
    ["has a CVV2 and null in place of the card number", '{"pan":null,"cvv2":"111"}', "it must have pan or pin"],
    ["has a CVV2 and nothing else", '{"cvv2":"111"}', "it must have pan or pin"],
    ["has a card number that is a number", `{"pan":${pan}}`, "pan is not a string of digits"],
    ["has a card number that is not all digits", '{"pan":"4396 9100"}', "pan is not a string of digits"],
    ["has an empty card number", '{"pan":""}', "pan is not a string of digits"],
    ["has two card numbers", `{"pan":"${pan}","pan":"${other}"}`, "pan stands there twice"],
    ["has a card number and null under one name", `{"pan":"${pan}","pan":null}`, "pan is not a string of digits"],
    ["has a second one under another spelling", `{"pan":"${pan}","p\\u0061n":"${other}"}`, "pan stands there twice"],
    ["has one inside something else", `{"pan":"${pan}","a":{"pan":"${other}"}}`, "pan stands inside another field"],
    ["has a list of card numbers", `{"pan":["${pan}"]}`, "pan stands inside another field"],
    ["ends too early", `{"pan":"${pan}"`, "it is not JSON"],
    ["goes on too long", `{"pan":"${pan}"}}`, "it is not JSON"],
    ["has a name with a broken escape", `{"pan":"${pan}","\\u00":1}`, "it is not JSON"],
    ["is not UTF-8", `{"pan":"${pan}","cardholderName":"\u00ff"}`, "it is not JSON"],
  ])("is refused when it %s, sealed or plain", async (name, plaintext, words) => {
    const session = await makeSession();
    const { contentKey } = issuer.receive(session.request);
    const body = Buffer.from(plaintext, name === "is not UTF-8" ? "latin1" : "utf8");
    await expectRefused(session.open(sealResponse(body, { contentKey })), "fields", words);
    if (!plaintext.startsWith("{") || name === "is not UTF-8") return;
    await expectRefused((await makeSession()).open(plaintext), "fields", words);
  });

  it("may write a name with escapes, and its value still is a secret", async () => {
    const session = await makeSession();
    const opened = await session.open(
      '{"p\\u0061n":"4396910000012345","note":"\\"pan\\":\\"1\\"","more":{"a":[1,"{"]}}',
    );
    expect(`${opened.pan}`).toBe("[secret]");
    expect(JSON.stringify(opened)).not.toContain("4396910000012345");
  });
});

describe("a session", () => {
  it("opens one response and refuses a second", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details);
    await session.open(response);
    await expectRefused(session.open(response), "session-used");
  });

  it("opens nothing after it refused a response", async () => {
    const session = await makeSession();
    await expectRefused(session.open("no response"), "not-a-jwe");
    await expectRefused(session.open(issuer.respond(session.request, details)), "session-used");
  });

  it("opens only one of two concurrent responses", async () => {
    const session = await makeSession();
    const response = issuer.respond(session.request, details);
    const outcomes = await Promise.allSettled([session.open(response), session.open(response)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses the response of another session", async () => {
    const [one, other] = [await makeSession(), await makeSession()];
    await expectRefused(one.open(issuer.respond(other.request, details)), "not-authentic");
  });

  it("opens a response until `ttlMs` is over, and none afterwards", async () => {
    let now = 1_000;
    const clock = { now: () => now };
    const intime = await makeSession({ clock });
    const late = await makeSession({ clock, ttlMs: 60_000 });
    now += 59_999;
    await intime.open(issuer.respond(intime.request, details));
    now += 1;
    await expectRefused(late.open(issuer.respond(late.request, details)), "session-expired");
    await expectRefused(late.open(issuer.respond(late.request, details)), "session-expired");
  });

  it("opens nothing after it was closed", async () => {
    const session = await makeSession();
    session.close();
    await expectRefused(session.open(issuer.respond(session.request, details)), "session-closed");
  });

  it("opens no plain JSON if acceptPlainJson is false, and explainJwe() says that it is plain JSON", async () => {
    const session = await makeSession({ acceptPlainJson: false });
    const response = JSON.stringify({ ...details, nonce: issuer.receive(session.request).nonce });
    await expectRefused(session.open(response), "plain-json");
    expect(explainJwe(response).problems.map(({ code }) => code)).toEqual(["plain-json"]);
  });

  it("never expires if ttlMs is Infinity", async () => {
    let now = 0;
    const session = await makeSession({ clock: { now: () => now }, ttlMs: Number.POSITIVE_INFINITY });
    now = Number.MAX_SAFE_INTEGER;
    await expect(session.open(issuer.respond(session.request, details))).resolves.toBeDefined();
  });

  it("stays open after an argument that is no response", async () => {
    const session = await makeSession();
    await expect(session.open(undefined as never)).rejects.toThrow(TypeError);
    await expect(session.open({ "~unseal": () => 1 } as never)).rejects.toThrow(TypeError);
    await expect(session.open(issuer.respond(session.request, details))).resolves.toBeDefined();
  });
});

function makeSession(options: CardDataSessionOptions = {}): Promise<CardDataSession> {
  return createCardDataSession(issuer.encryptionKey, { keyWrap: "RSA-OAEP-256", onResponseForm: () => {}, ...options });
}

/** Expects the error for a response that was not opened, for one of these reasons and with these words. */
async function expectRefused(opening: Promise<unknown>, reasons: RefusalReason | RefusalReason[], words = "") {
  const error: unknown = await opening.then(
    () => "opened",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CardDataRefusedError);
  expect(isCardDataError(error)).toBe(true);
  const { name, code, reason, message, cause } = error as CardDataRefusedError;
  expect({ name, code, cause }).toEqual({
    name: "CardDataRefusedError",
    code: "ERR_CARD_DATA_REFUSED",
    cause: undefined,
  });
  expect([reasons].flat()).toContain(reason);
  expect(message).toMatch(/^The card data was refused: the (response|session) .*[^:\s]$/);
  expect(message).toContain(words);
  for (const secret of [details.pan, details.cvv2]) expect(message).not.toContain(secret);
}

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
