import {
  createCardDataSession,
  createSecret,
  explainJwe,
  type KeyWrap,
  SecretDisposedError,
  sealPin,
} from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { Issuer } from "./support/issuer.ts";

const issuer = new Issuer();

describe("sealPin()", () => {
  it.each<KeyWrap>(["RSA1_5", "RSA-OAEP-256"])("seals a PIN with %s", async (keyWrap) => {
    const received = issuer.receive(await sealPin(issuer.encryptionKey, "0420", { keyWrap }));
    expect(received.header).toEqual({ alg: keyWrap, enc: "A256GCM" });
    expect(received.plaintext).toBe('{"encodedPin":"0420"}');
  });

  it("has by default the sizes of the vendor's one example, and its key wrap", async () => {
    const { encryptedPayload } = await sealPin(issuer.encryptionKey, "1234");
    expect(explainJwe(encryptedPayload, "request")).toMatchObject({
      ok: true,
      form: "jwe",
      header: { alg: "RSA-OAEP-256", enc: "A256GCM" },
      bytes: { encryptedKey: 256, iv: 12, ciphertext: 21, tag: 16 },
    });
  });

  it("takes a secret, and leaves it to its owner", async () => {
    const pin = createSecret("1234");
    const request = await sealPin(issuer.encryptionKey, pin);
    expect(issuer.receive(request).plaintext).toBe('{"encodedPin":"1234"}');
    expect(pin.disposed).toBe(false);
    pin.dispose();
    await expect(sealPin(issuer.encryptionKey, pin)).rejects.toThrow(SecretDisposedError);
  });

  it("seals the same PIN to something else each time", async () => {
    const [one, two] = [await sealPin(issuer.encryptionKey, "1234"), await sealPin(issuer.encryptionKey, "1234")];
    expect(issuer.receive(one).contentKey).not.toEqual(issuer.receive(two).contentKey);
    expect(one.encryptedPayload).not.toBe(two.encryptedPayload);
  });

  it.each(["123", "12345", "12a4", "１２３４", "-123", " 123", "", '1",'])(
    "refuses %j, which is not four digits, without quoting it",
    async (pin) => {
      const error: unknown = await sealPin(issuer.encryptionKey, pin).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toBe("sealPin(): pin must be four digits");
    },
  );

  it("refuses an unknown option and an unknown key wrap", async () => {
    await expect(sealPin(issuer.encryptionKey, "1234", { ttlMs: 1 } as never)).rejects.toThrow(TypeError);
    await expect(sealPin(issuer.encryptionKey, "1234", { keyWrap: "dir" as never })).rejects.toThrow(TypeError);
  });
});

describe("explainJwe()", () => {
  it("finds nothing wrong with a request, a response and a sealed PIN", async () => {
    const request = await sealPin(issuer.encryptionKey, "1234");
    expect(explainJwe(request.encryptedPayload)).toMatchObject({
      ok: true,
      form: "jwe",
      header: { alg: "RSA-OAEP-256", enc: "A256GCM" },
      bytes: { encryptedKey: 256, iv: 12, tag: 16 },
      problems: [],
    });
    const response = issuer.respond(request, { pin: "1234" });
    for (const text of [`${response}\n`, `"${response}"`]) {
      expect(explainJwe(text)).toMatchObject({ ok: true, form: "jwe", bytes: { encryptedKey: 0 } });
    }
  });

  it("tells a request that carries its key and nothing else, such as the vendor's example, from a JWE", async () => {
    const { request } = await createCardDataSession(issuer.encryptionKey, { request: "key-only" });
    for (const text of [request.encryptedPayload, jwe(wrapHeader, wrapped, iv, "", "")]) {
      expect(explainJwe(text)).toMatchObject({ ok: true, form: "key-only", bytes: { ciphertext: 0, tag: 0 } });
      expect(explainJwe(text, "response").problems.map(({ code }) => code)).toEqual(["alg", "tag-length"]);
    }
  });

  it("says of a response that came as plain JSON that it is no JWE", () => {
    expect(explainJwe('{"pan":"4396910000012345"}')).toEqual({
      ok: false,
      form: undefined,
      header: undefined,
      bytes: undefined,
      problems: [{ code: "plain-json", message: expect.stringContaining("acceptPlainJson") }],
    });
  });

  const iv = "A".repeat(16);
  const tag = `${"A".repeat(21)}A`;
  const wrapped = "A".repeat(342);
  const jwe = (header: object, ...parts: string[]) =>
    [Buffer.from(JSON.stringify(header)).toString("base64url"), ...parts].join(".");
  const wrapHeader = { alg: "RSA1_5", enc: "A256GCM" };

  it.each<[string, string, string[]]>([
    ["text that is no JWE", "no", ["parts"]],
    ["four parts", "a.b.c.d", ["parts"]],
    ["a header that is not JSON", `AAAA.${wrapped}.${iv}.AAAA.${tag}`, ["header"]],
    ["a header with padding", `${jwe(wrapHeader)}=.${wrapped}.${iv}.AAAA.${tag}`, ["base64url"]],
    ["another alg", jwe({ ...wrapHeader, alg: "RSA-OAEP" }, wrapped, iv, "AAAA", tag), ["alg"]],
    ["no enc", jwe({ alg: "dir" }, "", iv, "AAAA", tag), ["enc"]],
    ["compression", jwe({ ...wrapHeader, zip: "DEF" }, wrapped, iv, "AAAA", tag), ["zip"]],
    ["a critical extension", jwe({ ...wrapHeader, crit: ["a"] }, wrapped, iv, "AAAA", tag), ["crit"]],
    ["an RSA key of 1024 bits", jwe(wrapHeader, "A".repeat(171), iv, "AAAA", tag), ["key-size"]],
    ["dir with an encrypted key", jwe({ ...wrapHeader, alg: "dir" }, "AAAA", iv, "AAAA", tag), ["key-size"]],
    ["an IV of 16 bytes", jwe(wrapHeader, wrapped, `${"A".repeat(21)}A`, "AAAA", tag), ["iv-length"]],
    ["dir without ciphertext and tag", jwe({ ...wrapHeader, alg: "dir" }, "", iv, "", ""), ["tag-length"]],
    ["a text that is too long", jwe(wrapHeader, wrapped, iv, "A".repeat(16_384), tag), ["length"]],
    ["a short tag", jwe(wrapHeader, wrapped, iv, "AAAA", "A".repeat(16)), ["tag-length"]],
    ["bits that mean nothing", jwe(wrapHeader, wrapped, iv, "AAAB", `${"A".repeat(21)}B`), ["base64url"]],
  ])("says what is wrong with %s", (_, text, codes) => {
    const { ok, problems } = explainJwe(text);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(ok).toBe(false);
    for (const { message } of problems) expect(message).toMatch(/^[A-Za-z].*\.$/);
  });
});
