import type { MockCard } from "../engine/card.ts";
import { type CardDataCall, readCardData } from "../engine/card-data.ts";
import { currentEncryptionKey } from "../engine/encryption-keys.ts";
import type { OperationHandlers, OperationRequest } from "./operation-handler.ts";

/** Sealed card data. */
export const cardDataHandlers: OperationHandlers = {
  async "cardData.encryptionKey"(_request, context) {
    return { status: 200, body: await currentEncryptionKey(context) };
  },

  async "cardData.details"(request, context) {
    const response = await readCardData(context, callOf(request), readDetails);
    const { headers } = response;
    if (response.form === "json") return { status: 200, headers, body: response.fields };
    return { status: 200, headers, mediaType: "application/jose", body: response.sealed };
  },

  async "cardData.pin"(request, context) {
    const response = await readCardData(context, callOf(request), readPin);
    const { headers } = response;
    if (response.form === "json") return { status: 200, headers, body: response.fields };
    return { status: 200, headers, mediaType: "application/jose", body: response.sealed };
  },
};

function callOf({
  headers,
  body,
  acceptableMediaTypes,
}: OperationRequest<"cardData.details" | "cardData.pin">): CardDataCall {
  return {
    acceptableForms: acceptableMediaTypes?.map((mediaType) => (mediaType === "application/jose" ? "jwe" : "json")),
    cardToken: headers["x-tw-twcard-card-token"],
    cardTokenName: "x-tw-twcard-card-token",
    keyVersion: body.keyVersion,
    encryptedPayload: body.encryptedPayload,
  };
}

function readDetails({ cvv2, pan, expiryDate, cardHolderName }: MockCard) {
  if (pan === undefined || cvv2 === undefined) throw new Error("A card that has no PAN must be PURGED.");
  const [year = "", month = ""] = expiryDate.split("-");
  return { cvv2, pan, expiryDate: `${month}/${year.slice(2)}`, cardholderName: cardHolderName };
}

function readPin({ pin }: MockCard) {
  if (pin === undefined) throw new Error("A card that has no PIN must be PURGED.");
  return { pin };
}
