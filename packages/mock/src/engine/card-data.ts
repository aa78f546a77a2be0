import { type OpenedRequest, openRequest, sealAnswer } from "../handshake/jwe.ts";
import type { MockCard } from "./card.ts";
import { findEncryptionKey } from "./encryption-keys.ts";
import { forbid, refuse } from "./refusal.ts";
import { clearSca, spendToken } from "./sca.ts";
import { findCardByToken, type World } from "./world.ts";

/** A request for card data. */
export interface CardDataCall {
  readonly operation: string;
  readonly cardToken: string;
  readonly approval: string | undefined;
  readonly keyVersion: number;
  readonly encryptedPayload: string;
  /** The statuses in which data is given out (`x-requires-card-status`). */
  readonly allowedStatuses: readonly string[] | undefined;
  /** Whether strong customer authentication may be asked for (`x-sca`). */
  readonly mayNeedSca: boolean;
}

/** Card data in one of the two documented forms. */
export type CardDataAnswer<Fields> = { readonly headers: Record<string, string> } & (
  | { readonly form: "jwe"; readonly sealed: string }
  | { readonly form: "json"; readonly fields: Fields }
);

/**
 * Answers a request for card data: checks the card's status, opens the request, asks for strong customer authentication
 * and seals the answer. A one-time token is spent only by an answer.
 */
export async function answerCardData<Fields extends object>(
  world: World,
  call: CardDataCall,
  read: (card: MockCard) => Fields,
): Promise<CardDataAnswer<Fields & { nonce: string }>> {
  const card = findCardByToken(world, call.cardToken);
  if (call.allowedStatuses && !call.allowedStatuses.includes(card.status)) {
    throw forbid(`Card data is not given out while a card is ${card.status}`);
  }
  const request = await openPayload(world, call);
  const nonce = readNonce(request.plaintext) ?? world.random.identifiers.uuid();
  const clearance = call.mayNeedSca ? clearSca(world, card, call.operation, call.approval) : undefined;
  const fields = { nonce, ...read(card) };
  const headers: Record<string, string> = {};
  if (clearance?.kind === "spends") {
    spendToken(world, clearance.token);
    headers["x-2fa-approval-result"] = "APPROVED";
  }
  if (world.settings.cardDataAnswer === "json") return { form: "json", headers, fields };
  const sealed = sealAnswer(JSON.stringify(fields), request.contentKey, world.random.sealing.bytes(12));
  return { form: "jwe", headers, sealed };
}

async function openPayload(world: World, call: CardDataCall): Promise<OpenedRequest> {
  const key = await findEncryptionKey(world, call.keyVersion);
  const opening = openRequest(call.encryptedPayload, key, world.settings.keyWraps);
  if (opening.ok) return opening.request;
  const failed = opening.steps.at(-1);
  throw refuse(400, "card.data.payload.invalid", `The payload cannot be opened: ${failed?.step}: ${failed?.detail}`, {
    path: "encryptedPayload",
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The nonce of a request whose plaintext is a JSON object with one. */
function readNonce(plaintext: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(plaintext);
  } catch {
    return undefined;
  }
  const nonce = typeof value === "object" && value !== null && "nonce" in value ? value.nonce : undefined;
  if (nonce === undefined) return undefined;
  if (typeof nonce === "string" && uuid.test(nonce)) return nonce;
  throw refuse(400, "card.data.payload.invalid", "The nonce in the payload is not a UUID", {
    path: "encryptedPayload",
  });
}
