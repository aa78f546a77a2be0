import type { SealedCardData as ClientSealedCardData } from "@wisekit/client";
import {
  type AnyCardData,
  type CardDataSession,
  type CardDetails,
  type CardPin,
  createCardDataSession,
  createKeyCache,
  type EncryptionKey,
  type OpenedCardData,
  type SealedCardData,
  type SealedRequest,
  type Secret,
} from "@wisekit/crypto";
import { expectTypeOf, test } from "vitest";

declare const session: CardDataSession;
declare const details: ClientSealedCardData<CardDetails>;
declare const pin: SealedCardData<CardPin>;
declare const key: EncryptionKey;

test("open() gives the fields of what the client returned, with secrets in place of what is secret", async () => {
  expectTypeOf(await session.open(details)).toEqualTypeOf<OpenedCardData<CardDetails>>();
  expectTypeOf(await session.open(details)).toEqualTypeOf<{
    nonce?: string | null;
    cvv2: Secret | null;
    pan: Secret;
    expiryDate: string | null;
    cardholderName?: string | null;
  }>();
  expectTypeOf((await session.open(pin)).pin).toEqualTypeOf<Secret>();
  expectTypeOf(await session.open(details)).not.toBeAny();
});

test("open() of text promises nothing that it was not told", async () => {
  expectTypeOf(await session.open("text")).toEqualTypeOf<OpenedCardData<AnyCardData>>();
  expectTypeOf((await session.open("text")).pan).toEqualTypeOf<Secret | undefined>();
  expectTypeOf((await session.open<CardPin>("text")).pin).toEqualTypeOf<Secret>();
});

test("the request goes into a call's arguments", () => {
  expectTypeOf({ cardToken: "a", ...session.request }).toEqualTypeOf<{
    cardToken: string;
    keyVersion: number;
    encryptedPayload: string;
  }>();
  expectTypeOf(session.request).toEqualTypeOf<SealedRequest>();
});

test("a secret is no text", () => {
  const { secret } = {} as { secret: Secret };
  // @ts-expect-error A secret has no value that could be read by accident.
  const text: string = secret;
  expectTypeOf(text).toBeString();
  expectTypeOf(secret.use((bytes) => bytes.length)).toEqualTypeOf<number>();
  expectTypeOf(secret.toString()).toEqualTypeOf<"[secret]">();
});

test("an unknown option is an error", () => {
  // @ts-expect-error The name is keyWrap.
  createCardDataSession(key, { keywrap: "RSA1_5" });
  // @ts-expect-error RSA-OAEP alone is with SHA-1.
  createCardDataSession(key, { keyWrap: "RSA-OAEP" });
  // @ts-expect-error Units are in names.
  createKeyCache({ loadKey: async () => key, ttl: 1 });
});
