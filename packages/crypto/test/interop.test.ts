import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createCardDataSession, importCardDataKey, type KeyWrap } from "@wisekit/crypto";
import { CompactEncrypt, compactDecrypt, importPKCS8 } from "jose";
import forge from "node-forge";
import nodeJose from "node-jose";
import { describe, expect, it } from "vitest";
import { Issuer } from "./support/issuer.ts";
import { eachSession, openedPan } from "./support/random-sessions.ts";

const keyWraps: readonly KeyWrap[] = ["RSA1_5", "RSA-OAEP-256"];
// 2049 bits: the modulus begins with seven zero bits, and so does every ciphertext.
const privateKeys = [2048, 2049, 3072].map((modulusLength) => generateKeyPairSync("rsa", { modulusLength }).privateKey);

describe("random sessions", () => {
  it("are opened and responded to by node:crypto", async () => {
    await eachSession(privateKeys, keyWraps, async ({ session, pan }, issuer) => {
      expect(await openedPan(session, issuer.respond(session.request, { pan }))).toBe(pan);
    });
  });

  it("are opened and responded to by node-jose", async () => {
    const keys = new Map<KeyObject, nodeJose.JWK.Key>();
    for (const key of privateKeys) keys.set(key, await nodeJose.JWK.asKey(pemOf(key), "pem"));
    await eachSession(privateKeys, keyWraps, async ({ session, pan }, issuer) => {
      const jwk = keys.get(issuer.privateKey) as nodeJose.JWK.Key;
      const { plaintext } = await nodeJose.JWE.createDecrypt(jwk).decrypt(session.request.encryptedPayload);
      const { contentKey, nonce } = issuer.receive(session.request);
      expect(JSON.parse(plaintext.toString())).toEqual({ nonce });
      const secret = await nodeJose.JWK.asKey({ kty: "oct", k: contentKey.toString("base64url"), alg: "A256GCM" });
      const options = { format: "compact", contentAlg: "A256GCM", fields: { alg: "dir" } } as const;
      const sealing = nodeJose.JWE.createEncrypt(options, secret);
      const response: unknown = await sealing.update(JSON.stringify({ nonce, pan })).final();
      expect(await openedPan(session, String(response))).toBe(pan);
    });
  });

  it("are opened and responded to by node-forge", async () => {
    const [privateKey] = privateKeys as [KeyObject];
    const key = forge.pki.privateKeyFromPem(pemOf(privateKey));
    await eachSession([privateKey], keyWraps, async ({ session, parts, keyWrap, pan }) => {
      const [, wrapped = "", iv = "", ciphertext = "", tag = ""] = parts.map(binaryOf);
      const contentKey = forgeUnwrap(key, keyWrap, wrapped);
      const decipher = forge.cipher.createDecipher("AES-GCM", contentKey);
      decipher.start({ iv, additionalData: parts[0], tag: forge.util.createBuffer(tag) });
      decipher.update(forge.util.createBuffer(ciphertext));
      expect(decipher.finish()).toBe(true);
      const response = forgeResponse(contentKey, { ...JSON.parse(decipher.output.toString()), pan });
      expect(await openedPan(session, response)).toBe(pan);
    });
  });

  it("are opened and responded to by jose, with RSA-OAEP-256", async () => {
    const [privateKey] = privateKeys as [KeyObject];
    const key = await importPKCS8(pemOf(privateKey), "RSA-OAEP-256");
    await eachSession([privateKey], ["RSA-OAEP-256"], async ({ session, pan }, issuer) => {
      const { plaintext } = await compactDecrypt(session.request.encryptedPayload, key);
      const { contentKey } = issuer.receive(session.request);
      const fields = { ...JSON.parse(new TextDecoder().decode(plaintext)), pan };
      const response = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(fields)))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .encrypt(contentKey);
      expect(await openedPan(session, response)).toBe(pan);
    });
  });
});

describe("a ciphertext that begins with a zero byte", () => {
  it.each(keyWraps)("keeps its full length with %s", async (keyWrap) => {
    const issuer = new Issuer(privateKeys[0] as KeyObject);
    const key = await importCardDataKey(issuer.encryptionKey);
    for (;;) {
      const session = await createCardDataSession(key, { keyWrap });
      const wrapped = Buffer.from(session.request.encryptedPayload.split(".")[1] ?? "", "base64url");
      expect(wrapped).toHaveLength(256);
      if (wrapped[0] !== 0) continue;
      expect(issuer.receive(session.request).contentKey).toHaveLength(32);
      return;
    }
  });
});

function forgeResponse(contentKey: string, fields: object): string {
  const header = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM" })).toString("base64url");
  const iv = forge.random.getBytesSync(12);
  const cipher = forge.cipher.createCipher("AES-GCM", contentKey);
  cipher.start({ iv, additionalData: header });
  cipher.update(forge.util.createBuffer(JSON.stringify(fields), "utf8"));
  cipher.finish();
  const parts = [iv, cipher.output.getBytes(), cipher.mode.tag.getBytes()];
  return [header, "", ...parts.map((part) => Buffer.from(part, "binary").toString("base64url"))].join(".");
}

function forgeUnwrap(key: forge.pki.rsa.PrivateKey, keyWrap: KeyWrap, wrapped: string): string {
  if (keyWrap === "RSA1_5") return key.decrypt(wrapped, "RSAES-PKCS1-V1_5");
  const hashes = { md: forge.md.sha256.create(), mgf1: { md: forge.md.sha256.create() } };
  return key.decrypt(wrapped, "RSA-OAEP", hashes);
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}

function binaryOf(part: string): string {
  return Buffer.from(part, "base64url").toString("binary");
}
