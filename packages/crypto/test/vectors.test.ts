import { createPublicKey } from "node:crypto";
import { createCardDataSession, type EncryptionKey, explainJwe, sealPin } from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { withFixedRandom } from "./support/fixed-random.ts";
import { unwrapRsa15 } from "./support/issuer.ts";
import foreign from "./vectors/foreign-jwe.json" with { type: "json" };
import decryption from "./vectors/rsa-pkcs1-decryption.json" with { type: "json" };
import wraps from "./vectors/rsa1-5-key-wrap.json" with { type: "json" };
import vendor from "./vectors/vendor-requests.json" with { type: "json" };

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
const anyKey = keyOf(wraps.vectors[0] as (typeof wraps.vectors)[0]);

describe("RSA1_5, given the published padding,", () => {
  it.each(wraps.vectors)("wraps the key of $source to the published bytes", async (vector) => {
    const { contentKey, padding, encryptedKey } = vector;
    const session = await withFixedRandom({ contentKey: bytes(contentKey), padding: bytes(padding) }, () =>
      createCardDataSession(keyOf(vector)),
    );
    expect(session.request.encryptedPayload.split(".")[1]).toBe(encryptedKey);
  });
});

describe("a published JWE of another kind as a response", () => {
  it.each(foreign.vectors)("is refused: $source, $comment", async ({ compact, ...vector }) => {
    // Where the content encryption key is published, the session holds that key: only the checks of the form refuse it.
    const contentKey = "contentKey" in vector ? bytes(vector.contentKey as string) : new Uint8Array(32).fill(7);
    const session = await withFixedRandom({ contentKey }, () =>
      createCardDataSession(anyKey, { keyWrap: "RSA-OAEP-256" }),
    );
    await expect(session.open(compact)).rejects.toMatchObject({ code: "ERR_CARD_DATA_REFUSED" });
  });
});

describe("explainJwe()", () => {
  it("names the one thing wrong with the JWE of RFC 7516 A.1: its RSA-OAEP is with SHA-1", () => {
    expect(problemsOf("RFC 7516 A.1")).toEqual(["alg"]);
  });

  it("names what is wrong with the JWE of RFC 7516 A.2: its content encryption", () => {
    expect(problemsOf("RFC 7516 A.2")).toEqual(["enc", "iv-length"]);
  });

  it("names what is wrong with the JWE of RFC 7520 5.6: its content encryption", () => {
    expect(problemsOf("RFC 7520 5.6")).toEqual(["enc"]);
  });

  it("finds nothing wrong with Wycheproof's valid RSA1_5 and RSA-OAEP-256 with A256GCM", () => {
    expect(problemsOf("Wycheproof json_web_encryption_test.json tcId 90")).toEqual([]);
    expect(problemsOf("Wycheproof json_web_encryption_test.json tcId 102")).toEqual([]);
  });
});

describe("the vendor's example request", () => {
  it.each(vendor.vectors)(
    "for $operation is sound, and its form is $form",
    ({ compact, form, header, bytes: sizes }) => {
      expect(explainJwe(compact, "request")).toEqual({ ok: true, form, header, bytes: sizes, problems: [] });
    },
  );

  it("for card details and PIN has the form of ours with request: key-only", async () => {
    const { request } = await createCardDataSession(anyKey, { request: "key-only" });
    const [example, ours] = [vendor.vectors[0]?.compact ?? "", request.encryptedPayload].map((text) =>
      explainJwe(text),
    );
    expect(ours).toEqual(example);
  });

  it("for preset PIN has the form of ours by default", async () => {
    const { encryptedPayload } = await sealPin(anyKey, "1234");
    expect(explainJwe(encryptedPayload)).toEqual(explainJwe(vendor.vectors[1]?.compact ?? ""));
  });
});

describe("the issuer that these tests are made with", () => {
  it.each(decryption.vectors)("unwraps RSA1_5 as Wycheproof's test $tcId says: $comment $result", (vector) => {
    const unwrap = () => unwrapRsa15(decryption.privateKeyPem, Buffer.from(vector.ciphertext, "hex")).toString("hex");
    if (vector.result === "valid") expect(unwrap()).toBe(vector.message);
    else expect(unwrap).toThrow();
  });
});

function problemsOf(source: string): string[] {
  const vector = foreign.vectors.find((candidate) => candidate.source === source);
  if (vector === undefined) throw new Error(`no vector of ${source}`);
  return explainJwe(vector.compact).problems.map(({ code }) => code);
}

function keyOf({ n, e }: { n: string; e: string }): EncryptionKey {
  const key = createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" });
  return { version: 1, key: key.export({ type: "spki", format: "der" }).toString("base64") };
}
