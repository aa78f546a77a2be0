import { createClient } from "@wisekit/client";
import { createCardDataSession, createKeyCache, isCardDataError } from "@wisekit/crypto";
import { copySecret, showSecret } from "@wisekit/crypto/dom";

// A back end of yours holds the token and forwards; the browser's client has none.
const wise = createClient({ baseUrl: "/api" });
const keys = createKeyCache({ loadKey: () => wise.cardData.encryptionKey() });

export async function revealCard(cardToken: string, page: Record<"pan" | "cvv2" | "expiry" | "copy", HTMLElement>) {
  try {
    const card = await keys.use(async (key) => {
      const session = await createCardDataSession(key);
      return session.open(await wise.cardData.details({ cardToken, ...session.request }));
    });
    page.expiry.textContent = card.expiryDate;
    showSecret(page.pan, card.pan, { hideAfterMs: 30_000 });
    if (card.cvv2) showSecret(page.cvv2, card.cvv2, { hideAfterMs: 30_000 });
    // It fails once the number is hidden, or if the browser does not permit it.
    page.copy.onclick = () => copySecret(card.pan, { clearAfterMs: 20_000 }).catch(() => page.copy.remove());
  } catch (error) {
    page.expiry.textContent = isCardDataError(error) ? "Please try again." : "Not available now.";
  }
}
