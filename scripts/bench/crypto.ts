import { createCipheriv, generateKeyPairSync, randomBytes } from "node:crypto";
import type { ExchangeInput } from "./crypto/exchange.ts";
import type { Bench } from "./harness/report.ts";
import { measure } from "./measure.ts";

/** Seals and opens, against Web Crypto with nothing around it and against libraries that do the same. */
export const bench: Bench = {
  title: "Seal a card-data request and open its response: raw Web Crypto, jose, node-jose, node-forge, node:crypto",
  run: async () => {
    const input = makeInput();
    return [
      await measure({
        title: "Seal a whole session, RSA-2048, key read beforehand",
        module: new URL("crypto/seal-contenders.ts", import.meta.url),
        baseline: "raw Web Crypto",
        others: [
          "@wisekit/crypto RSA-OAEP-256",
          "@wisekit/crypto RSA1_5",
          "@wisekit/crypto RSA1_5, key read each time",
          "jose RSA-OAEP-256",
          "node-jose RSA1_5",
          "node-jose RSA-OAEP-256",
          "node-forge RSA-OAEP-256",
          "node:crypto RSA1_5, synchronous",
        ],
        input,
        bars: [
          { contender: "@wisekit/crypto RSA-OAEP-256", speedAtLeast: 0.8 },
          { contender: "@wisekit/crypto RSA1_5", speedAtLeast: 0.75 },
        ],
      }),
      await measure({
        title: "Open a response of 200 bytes",
        module: new URL("crypto/open-contenders.ts", import.meta.url),
        baseline: "raw Web Crypto",
        others: ["@wisekit/crypto", "jose, CryptoKey", "node-jose"],
        input,
        rounds: 5,
        roundMs: 60,
        bars: [{ contender: "@wisekit/crypto", speedAtLeast: 0.9 }],
      }),
    ];
  },
};

function makeInput(): ExchangeInput {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const contentKey = randomBytes(32).map((byte) => byte || 1);
  const fields = { nonce: crypto.randomUUID(), cvv2: "111", pan: "4396910000012345", expiryDate: "10/31" };
  const plaintext = JSON.stringify({ ...fields, cardholderName: "x".repeat(200) })
    .slice(0, 198)
    .concat('"}');
  const header = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM" })).toString("base64url");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", contentKey, iv).setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return {
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    response: [header, "", ...parts].join("."),
    contentKey: Buffer.from(contentKey).toString("base64url"),
  };
}
