import type { Operation } from "../contract/operation.ts";
import type { MockCard } from "../engine/card.ts";
import { type CardDataCall, readCardData } from "../engine/card-data.ts";
import type { MockContext } from "../engine/context.ts";
import { currentEncryptionKey } from "../engine/encryption-keys.ts";
import type { CardDataDetailsRequest, OperationHandlers } from "../generated/handlers.gen.ts";

type CardDataHandlers = Required<
  Pick<OperationHandlers<MockContext>, "cardData.encryptionKey" | "cardData.details" | "cardData.pin">
>;

/** Sealed card data, under the conditions that the contract sets for each operation. */
export function createCardDataHandlers(find: (name: string) => Operation | undefined): CardDataHandlers {
  function callOf(operation: string, { headers, body }: CardDataDetailsRequest): CardDataCall {
    return {
      operation,
      cardToken: headers["x-tw-twcard-card-token"],
      approval: headers["x-2fa-approval"],
      keyVersion: body.keyVersion,
      encryptedPayload: body.encryptedPayload,
      allowedStatuses: find(operation)?.requiredCardStatuses,
      mayNeedSca: find(operation)?.mayNeedSca ?? false,
    };
  }

  return {
    async "cardData.encryptionKey"(_request, context) {
      return { status: 200, body: await currentEncryptionKey(context) };
    },

    async "cardData.details"(request, context) {
      const answer = await readCardData(context, callOf("cardData.details", request), readDetails);
      const { headers } = answer;
      if (answer.form === "json") return { status: 200, headers, body: answer.fields };
      return { status: 200, headers, mediaType: "application/jose", body: answer.sealed };
    },

    async "cardData.pin"(request, context) {
      const answer = await readCardData(context, callOf("cardData.pin", request), readPin);
      const { headers } = answer;
      if (answer.form === "json") return { status: 200, headers, body: answer.fields };
      return { status: 200, headers, mediaType: "application/jose", body: answer.sealed };
    },
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
