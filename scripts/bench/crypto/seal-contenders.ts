import { constants, createCipheriv, publicEncrypt, randomBytes } from "node:crypto";
import { createCardDataSession, importCardDataKey, type KeyWrap } from "@wisekit/crypto";
import { CompactEncrypt, importSPKI } from "jose";
import forge from "node-forge";
import nodeJose from "node-jose";
import type { Contender, Contenders } from "../harness/contender.ts";
import type { ExchangeInput } from "./exchange.ts";

const plaintext = new TextEncoder().encode(JSON.stringify({ nonce: crypto.randomUUID() }));
const { subtle } = crypto;

/**
 * Each seals one request: a fresh 256-bit key, wrapped for a server's key that was read beforehand, as a compact JWE.
 * The baseline is what a page would write by hand.
 */
export const contenders: Contenders = {
  "raw Web Crypto": async ({ publicKeyPem }: ExchangeInput) => {
    const key = await subtle.importKey("spki", derOf(publicKeyPem), { name: "RSA-OAEP", hash: "SHA-256" }, false, [
      "encrypt",
    ]);
    const header = headerOf("RSA-OAEP-256");
    return {
      once: async () => {
        const bytes = crypto.getRandomValues(new Uint8Array(32));
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const contentKey = await subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
        const wrapped = await subtle.encrypt("RSA-OAEP", key, bytes);
        const parameters = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(header) };
        const sealed = new Uint8Array(await subtle.encrypt(parameters, contentKey, plaintext));
        const parts = [new Uint8Array(wrapped), iv, sealed.subarray(0, -16), sealed.subarray(-16)];
        return [header, ...parts.map(encode)].join(".");
      },
    };
  },
  "@wisekit/crypto RSA-OAEP-256": wisekit("RSA-OAEP-256"),
  "@wisekit/crypto RSA1_5": wisekit("RSA1_5"),
  "@wisekit/crypto RSA1_5, key read each time": ({ publicKeyPem }: ExchangeInput) => ({
    once: () => createCardDataSession({ version: 1, key: publicKeyPem }),
  }),
  "jose RSA-OAEP-256": async ({ publicKeyPem }: ExchangeInput) => {
    const key = await importSPKI(publicKeyPem, "RSA-OAEP-256");
    return {
      once: () =>
        new CompactEncrypt(plaintext).setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM" }).encrypt(key),
    };
  },
  "node-jose RSA1_5": nodeJoseContender("RSA1_5"),
  "node-jose RSA-OAEP-256": nodeJoseContender("RSA-OAEP-256"),
  "node-forge RSA-OAEP-256": ({ publicKeyPem }: ExchangeInput) => {
    const key = forge.pki.publicKeyFromPem(publicKeyPem);
    const header = headerOf("RSA-OAEP-256");
    return {
      once: () => {
        const [bytes, iv] = [forge.random.getBytesSync(32), forge.random.getBytesSync(12)];
        const wrapped = key.encrypt(bytes, "RSA-OAEP", {
          md: forge.md.sha256.create(),
          mgf1: { md: forge.md.sha256.create() },
        });
        const cipher = forge.cipher.createCipher("AES-GCM", bytes);
        cipher.start({ iv, additionalData: header });
        cipher.update(forge.util.createBuffer(Buffer.from(plaintext).toString("binary")));
        cipher.finish();
        const parts = [wrapped, iv, cipher.output.getBytes(), cipher.mode.tag.getBytes()];
        return compact(header, ...parts.map((part) => Buffer.from(part, "binary")));
      },
    };
  },
  "node:crypto RSA1_5, synchronous": ({ publicKeyPem }: ExchangeInput) => {
    const header = headerOf("RSA1_5");
    return {
      once: () => {
        const [bytes, iv] = [randomBytes(32), randomBytes(12)];
        const wrapped = publicEncrypt({ key: publicKeyPem, padding: constants.RSA_PKCS1_PADDING }, bytes);
        const cipher = createCipheriv("aes-256-gcm", bytes, iv).setAAD(Buffer.from(header));
        const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
        return compact(header, wrapped, iv, ciphertext, cipher.getAuthTag());
      },
    };
  },
};

function wisekit(keyWrap: KeyWrap): Contender {
  return async ({ publicKeyPem }: ExchangeInput) => {
    const key = await importCardDataKey({ version: 1, key: publicKeyPem });
    return { once: () => createCardDataSession(key, { keyWrap }) };
  };
}

function nodeJoseContender(alg: KeyWrap): Contender {
  return async ({ publicKeyPem }: ExchangeInput) => {
    const key = await nodeJose.JWK.asKey(publicKeyPem, "pem");
    return {
      once: () =>
        nodeJose.JWE.createEncrypt({ format: "compact", contentAlg: "A256GCM", fields: { alg } }, key)
          .update(Buffer.from(plaintext))
          .final(),
    };
  };
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/=+$/, "")
    .replace(/\+/g, "-")
    .replace(/\//g, "_");
}

function headerOf(alg: KeyWrap): string {
  return Buffer.from(JSON.stringify({ alg, enc: "A256GCM" })).toString("base64url");
}

function compact(header: string, ...parts: Uint8Array[]): string {
  return [header, ...parts.map((part) => Buffer.from(part).toString("base64url"))].join(".");
}

function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----.*?-----|\s/g, ""), "base64");
}
