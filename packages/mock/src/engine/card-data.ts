import { type OpenedRequest, openRequest, sealResponse } from "../handshake/jwe.ts";
import { apiError } from "./api-error.ts";
import type { MockCard } from "./card.ts";
import type { MockContext } from "./context.ts";
import { findEncryptionKey } from "./encryption-keys.ts";
import { findCardByToken } from "./find-card.ts";

/** The header that says whether a request was a whole JWE, or carried its key and nothing else. */
export const requestFormHeader = "x-wisekit-request-form";

/** A request for card data. */
export interface CardDataCall {
  readonly cardToken: string;
  /** The name on the wire of the parameter that the card token is in. */
  readonly cardTokenName: string;
  readonly keyVersion: number;
  readonly encryptedPayload: string;
  /** The forms that the caller accepts; both, if undefined. */
  readonly acceptableForms: readonly ("jwe" | "json")[] | undefined;
}

/** Card data in one of the two documented forms. */
export type CardDataResponse<Fields> = { readonly headers: Record<string, string> } & (
  | { readonly form: "jwe"; readonly sealed: string }
  | { readonly form: "json"; readonly fields: Fields }
);

/** Reads card data: opens the request and seals the response. What the call must fulfil was checked before. */
export async function readCardData<Fields extends object>(
  context: MockContext,
  call: CardDataCall,
  read: (card: MockCard) => Fields,
): Promise<CardDataResponse<Fields & { nonce: string }>> {
  const card = findCardByToken(context, call.cardToken, call.cardTokenName);
  const request = await openPayload(context, call);
  const echoed = context.settings.cardDataNonce === "echo" ? readNonce(request.plaintext) : undefined;
  const nonce = echoed ?? context.random.identifiers.uuid();
  const fields = { nonce, ...read(card) };
  const headers = { [requestFormHeader]: request.plaintext === undefined ? "key-only" : "jwe" };
  if (formFor(context, call) === "json") return { form: "json", headers, fields };
  const sealed = sealResponse(JSON.stringify(fields), request.contentKey, context.random.sealing.bytes(12));
  return { form: "jwe", headers, sealed };
}

/** The form of the settings, unless the caller accepts only the other one. */
function formFor({ settings }: MockContext, { acceptableForms }: CardDataCall): "jwe" | "json" {
  const usual = settings.cardDataResponseFormat;
  const isAcceptable = acceptableForms === undefined || acceptableForms.includes(usual);
  return isAcceptable ? usual : (acceptableForms[0] ?? usual);
}

async function openPayload(context: MockContext, call: CardDataCall): Promise<OpenedRequest> {
  const key = await findEncryptionKey(context, call.keyVersion);
  const opening = openRequest(call.encryptedPayload, key, context.settings.keyWraps);
  if (opening.ok) return opening.request;
  const failed = opening.steps.at(-1);
  throw apiError(400, "card.data.payload.invalid", `The payload cannot be opened: ${failed?.step}: ${failed?.detail}`, {
    path: "encryptedPayload",
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The nonce of a request whose plaintext is a JSON object with one. */
function readNonce(plaintext: string | undefined): string | undefined {
  if (plaintext === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(plaintext);
  } catch {
    return undefined;
  }
  const nonce = typeof value === "object" && value !== null && "nonce" in value ? value.nonce : undefined;
  if (nonce === undefined) return undefined;
  if (typeof nonce === "string" && uuid.test(nonce)) return nonce;
  throw apiError(400, "card.data.payload.invalid", "The nonce in the payload is not a UUID", {
    path: "encryptedPayload",
  });
}
