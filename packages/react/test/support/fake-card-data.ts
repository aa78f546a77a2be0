import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  privateDecrypt,
  randomBytes,
} from "node:crypto";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The response of `cardData.encryptionKey`. */
export const encryptionKey = { version: 1, key: publicKey.export({ type: "spki", format: "pem" }).toString() };

/** Opens a sealed request and seals the response under the same key, or gives it as plain JSON. */
export function sealedResponse(encryptedPayload: string, fields: Record<string, string>, isPlain: boolean): string {
  const [header = "", wrapped = "", iv = "", content = "", tag = ""] = encryptedPayload.split(".");
  const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, bytes(wrapped));
  const decipher = createDecipheriv("aes-256-gcm", key, bytes(iv)).setAAD(Buffer.from(header)).setAuthTag(bytes(tag));
  const opened = Buffer.concat([decipher.update(bytes(content)), decipher.final()]).toString();
  const { nonce } = JSON.parse(opened) as { nonce: string };
  const text = JSON.stringify({ nonce, ...fields });
  return isPlain ? text : seal(key, text);
}

/** A response that is sealed with a key of nobody here. */
export function sealedForAnother(): string {
  return seal(randomBytes(32), JSON.stringify({ pan: "4596610000086320", cvv2: "1", expiryDate: "05/28" }));
}

function seal(key: Buffer, text: string): string {
  const header = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM" })).toString("base64url");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update(text), cipher.final()]);
  return [header, "", ...[iv, content, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

function bytes(text: string): Buffer {
  return Buffer.from(text, "base64url");
}
