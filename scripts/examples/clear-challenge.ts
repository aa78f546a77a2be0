import { createClient, createScaFlow } from "@wisekit/client";
import { createCardDataSession } from "@wisekit/crypto";

const wise = createClient({
  baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010",
  auth: "any-token",
  // Clears strong customer authentication. When it resolves, the call is sent again with the cleared token.
  async onSca(challenge) {
    const flow = createScaFlow(wise, challenge);
    const { obfuscatedPhoneNo } = await flow.trigger("sms");
    console.log(`A one-time password was sent to ${obfuscatedPhoneNo}`);
    await flow.verify("sms", await askForPassword());
  },
});

/** An app asks its user. In the sandbox and on the mock the password is always the same. */
async function askForPassword(): Promise<string> {
  return "111111";
}

const session = await createCardDataSession(await wise.cardData.encryptionKey());
const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
const sealed = await wise.cardData.details({ cardToken, ...session.request });
console.log(`${sealed}`); // Prints nothing secret: only the session can open it.
