/** A key of 32 random bytes: as such, or as base64 or base64url, as `openssl rand -base64 32` prints it. */
export type EncryptionKey = string | Uint8Array<ArrayBuffer>;

/** How tokens are written, and read again. `name` is that of their key in Redis. */
export interface TokenEncryption {
  seal(name: string, text: string): Promise<string>;
  open(name: string, sealed: string): Promise<OpenedText>;
}

/** What was read. */
export interface OpenedText {
  readonly text: string;
  /** Whether it was sealed with a key that is to be used no more. */
  readonly isOutdated: boolean;
}

interface NamedKey {
  readonly id: string;
  readonly key: CryptoKey;
}

const ivBytes = 12;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce for each text. The first key seals, all of them open, so that keys can be
 * changed. Sealed text is `<key id>.<nonce and ciphertext>` in base64url. The name is authenticated with it: tokens that
 * someone copies to another user's key are not opened.
 */
export function createTokenEncryption(where: string, given: EncryptionKey | readonly EncryptionKey[]): TokenEncryption {
  const raw = (isList(given) ? given : [given]).map((key) => bytesOfKey(where, key));
  if (raw.length === 0) throw new TypeError(`${where}: encryptionKey must hold at least one key`);
  let imported: Promise<NamedKey[]> | undefined;
  const keys = (): Promise<NamedKey[]> => {
    imported ??= Promise.all(raw.map(importKey));
    return imported;
  };
  return {
    async seal(name, text) {
      const [{ id, key }] = (await keys()) as [NamedKey];
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const ciphertext = await crypto.subtle.encrypt(algorithm(name, iv), key, new TextEncoder().encode(text));
      return `${id}.${toBase64url(new Uint8Array([...iv, ...new Uint8Array(ciphertext)]))}`;
    },
    async open(name, sealed) {
      const [id, content = ""] = sealed.split(".");
      const known = await keys();
      const found = known.find((key) => key.id === id);
      if (!found) throw new Error("none of the encryption keys is the one that these tokens were written with");
      const bytes = fromBase64(content);
      const parameters = algorithm(name, bytes.slice(0, ivBytes));
      const text = await crypto.subtle.decrypt(parameters, found.key, bytes.slice(ivBytes)).catch((cause: unknown) => {
        throw new Error("the tokens cannot be decrypted: they were changed, or written for another user", { cause });
      });
      return { text: new TextDecoder().decode(text), isOutdated: found !== known[0] };
    },
  };
}

/** No encryption. */
export const plainText: TokenEncryption = {
  seal: async (_name, text) => text,
  open: async (_name, text) => ({ text, isOutdated: false }),
};

function isList(given: EncryptionKey | readonly EncryptionKey[]): given is readonly EncryptionKey[] {
  return Array.isArray(given);
}

function bytesOfKey(where: string, key: EncryptionKey): Uint8Array<ArrayBuffer> {
  const wrong = new TypeError(`${where}: encryptionKey must be 32 bytes, or 32 bytes in base64`);
  if (typeof key === "string" && !/^[\w+/-]{43}=?$/.test(key)) throw wrong;
  const bytes = typeof key === "string" ? fromBase64(key) : key;
  if (!(bytes instanceof Uint8Array) || bytes.length !== 32) throw wrong;
  return bytes;
}

async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<NamedKey> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { id: toBase64url(digest.slice(0, 6)), key };
}

function algorithm(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (char) => ({ "+": "-", "/": "_" })[char] ?? "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replace(/[-_]/g, (char) => (char === "-" ? "+" : "/"));
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
