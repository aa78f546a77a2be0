import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createMock } from "@wisekit/mock";
import { CompactEncrypt, compactDecrypt, importSPKI } from "jose";

const mock = createMock({ sca: true });

// The holder's side seals a request with the mock's real RSA key.
const { key } = await mock.keys.current();
const contentKey = randomBytes(32);
const encryptedPayload = await new CompactEncrypt(new Uint8Array())
  .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM" })
  .setContentEncryptionKey(contentKey)
  .encrypt(await importSPKI(key, "RSA-OAEP-256"));

const ask = (approval?: string) =>
  mock.fetch("/twcard-data/v1/sensitive-card-data/pin", {
    method: "POST",
    headers: {
      authorization: "Bearer any",
      "content-type": "application/json",
      "x-tw-twcard-card-token": "ca0c8154-1e14-4464-a1ce-dcea7dc3de52",
      ...(approval && { "x-2fa-approval": approval }),
    },
    body: JSON.stringify({ keyVersion: 1, encryptedPayload }),
  });

// 403, with a one-time token to clear …
const challenged = await ask();
const token = challenged.headers.get("x-2fa-approval") ?? "";
assert.deepEqual([challenged.status, challenged.headers.get("x-2fa-approval-result")], [403, "REJECTED"]);

// … with the password that is sent and always the same …
const headers = { authorization: "Bearer any", "content-type": "application/json", "one-time-token": token };
await mock.fetch("/v1/one-time-token/sms/trigger", { method: "POST", headers });
await mock.fetch("/v1/one-time-token/sms/verify", {
  method: "POST",
  headers,
  body: JSON.stringify({ otpCode: "111111" }),
});

// … and the same call goes through, once.
const sealed = await (await ask(token)).text();
const { plaintext } = await compactDecrypt(sealed, contentKey);
assert.equal(JSON.parse(new TextDecoder().decode(plaintext)).pin, "1234");
assert.equal((await ask(token)).status, 403);
