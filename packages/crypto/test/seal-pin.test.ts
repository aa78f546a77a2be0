import { createSecret, explainJwe, type KeyWrap, SecretDisposedError, sealPin } from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { Issuer } from "./support/issuer.ts";

const issuer = new Issuer();

describe("sealPin()", () => {
  it.each<KeyWrap>(["RSA1_5", "RSA-OAEP-256"])("seals a PIN with a nonce, with %s", async (keyWrap) => {
    const received = issuer.receive(await sealPin(issuer.encryptionKey, "0420", { keyWrap }));
    expect(received.header).toEqual({ alg: keyWrap, enc: "A256GCM" });
    expect(JSON.parse(received.plaintext)).toEqual({ nonce: expect.stringMatching(/^[0-9a-f-]{36}$/), pin: "0420" });
  });

  it("takes a secret, and leaves it to its owner", async () => {
    const pin = createSecret("1234");
    const request = await sealPin(issuer.encryptionKey, pin);
    expect(JSON.parse(issuer.receive(request).plaintext)).toMatchObject({ pin: "1234" });
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
      header: { alg: "RSA1_5", enc: "A256GCM" },
      bytes: { encryptedKey: 256, iv: 12, tag: 16 },
      problems: [],
    });
    expect(explainJwe(`${issuer.respond(request, { pin: "1234" })}\n`)).toMatchObject({
      ok: true,
      bytes: { encryptedKey: 0 },
    });
  });

  const iv = "A".repeat(16);
  const tag = `${"A".repeat(21)}A`;
  const wrapped = "A".repeat(342);
  const jwe = (header: object, ...parts: string[]) =>
    [Buffer.from(JSON.stringify(header)).toString("base64url"), ...parts].join(".");
  const request = { alg: "RSA1_5", enc: "A256GCM" };

  it.each<[string, string, string[]]>([
    ["text that is no JWE", "no", ["parts"]],
    ["four parts", "a.b.c.d", ["parts"]],
    ["a header that is not JSON", `AAAA.${wrapped}.${iv}.AAAA.${tag}`, ["header"]],
    ["a header with padding", `${jwe(request)}=.${wrapped}.${iv}.AAAA.${tag}`, ["base64url"]],
    ["another alg", jwe({ ...request, alg: "RSA-OAEP" }, wrapped, iv, "AAAA", tag), ["alg"]],
    ["no enc", jwe({ alg: "dir" }, "", iv, "AAAA", tag), ["enc"]],
    ["compression", jwe({ ...request, zip: "DEF" }, wrapped, iv, "AAAA", tag), ["zip"]],
    ["a critical extension", jwe({ ...request, crit: ["a"] }, wrapped, iv, "AAAA", tag), ["crit"]],
    ["an RSA key of 1024 bits", jwe(request, "A".repeat(171), iv, "AAAA", tag), ["key-size"]],
    ["dir with an encrypted key", jwe({ ...request, alg: "dir" }, "AAAA", iv, "AAAA", tag), ["key-size"]],
    ["an IV of 16 bytes", jwe(request, wrapped, `${"A".repeat(21)}A`, "AAAA", tag), ["iv-length"]],
    ["a short tag", jwe(request, wrapped, iv, "AAAA", "A".repeat(16)), ["tag-length"]],
    ["bits that mean nothing", jwe(request, wrapped, iv, "AAAB", `${"A".repeat(21)}B`), ["base64url"]],
  ])("says what is wrong with %s", (_, text, codes) => {
    const { ok, problems } = explainJwe(text);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(ok).toBe(false);
    for (const { message } of problems) expect(message).toMatch(/^[A-Za-z].*\.$/);
  });
});
