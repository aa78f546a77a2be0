import { createClient, isApiError, isConflictError, isNotFoundError, isWiseError } from "@wisekit/client";

const wise = createClient({ baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010", auth: "any-token" });

async function freeze(cardToken: string): Promise<string> {
  try {
    const card = await wise.cards.updateStatus({ profileId: 123456, cardToken, status: "FROZEN" });
    return `is ${card.status.value}`;
  } catch (error) {
    if (isNotFoundError(error)) return "is not there";
    if (isConflictError(error)) return `cannot be frozen: ${error.problem.message}`;
    if (isApiError(error)) return `was refused; quote ${error.traceId} to Wise`;
    if (isWiseError(error) && error.retryable) return "was not reached; try again later";
    throw error; // A mistake in this program, or an aborted signal.
  }
}

console.log("The card", await freeze("ca0c8154-1e14-4464-a1ce-dcea7dc3de52"));
console.log("Another card", await freeze("00000000-0000-4000-8000-000000000000"));
