import { createClient } from "@wisekit/client";
import { createRevealFrame } from "@wisekit/crypto/frame";

const wise = createClient({ baseUrl: "/api" });

export async function revealInFrame(cardToken: string, container: HTMLElement, vaultOrigin: string) {
  const frame = await createRevealFrame({ src: `${vaultOrigin}/reveal.html`, container, onHide: () => frame.close() });
  const request = await frame.seal(await wise.cardData.encryptionKey());
  await frame.show(await wise.cardData.details({ cardToken, ...request }), { hideAfterMs: 30_000 });
}
