import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { createCardDataSession, explainJwe, type KeyWrap, type RequestForm } from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { readContractModel } from "../generate/contract-model.ts";

const { operations } = await readContractModel(join(ROOT, "spec/openapi.yaml"));
const sealing = operations.flatMap(({ sdkName, jwe }) => (jwe ? [{ sdkName, jwe }] : []));
const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const encryptionKey = { version: 1, key: publicKey.export({ type: "spki", format: "pem" }).toString() };

it("details and PIN of a card are the operations that take a JWE", () => {
  expect(sealing.map(({ sdkName }) => sdkName)).toEqual(["cardData.details", "cardData.pin"]);
});

describe.each(sealing)("the contract, for $sdkName,", ({ jwe: { alg, enc, request: forms } }) => {
  it("names each key wrap and each form of request that a session can make", async () => {
    expect([...alg].sort()).toEqual(["RSA-OAEP-256", "RSA1_5"]);
    expect([...forms].sort()).toEqual(["jwe", "key-only"]);
    for (const keyWrap of alg as KeyWrap[]) {
      for (const request of forms as RequestForm[]) {
        const session = await createCardDataSession(encryptionKey, { keyWrap, request });
        const { form, header } = explainJwe(session.request.encryptedPayload);
        expect({ form, header }).toEqual({ form: request, header: { alg: keyWrap, enc: enc[0] } });
      }
    }
  });

  it("names first the key wrap that is a session's default, and the form of request that is documented", async () => {
    const { request } = await createCardDataSession(encryptionKey);
    expect(explainJwe(request.encryptedPayload).header?.alg).toBe(alg[0]);
    expect(forms[0]).toBe("key-only");
  });
});
