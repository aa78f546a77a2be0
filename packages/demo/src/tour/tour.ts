import {
  type Card,
  createClient,
  isConflictError,
  isInvalidRequestError,
  isNotFoundError,
  isPermissionError,
  isScaRequiredError,
  type WiseClient,
} from "@wisekit/client";
import { createCardDataSession } from "@wisekit/crypto";
import { expectError, expectThat, type Narration } from "./narration.ts";

/** Where the tour goes and what it prints with. */
export interface TourOptions {
  /** Address of a mock, with strong customer authentication switched on. */
  readonly wiseUrl: string;
  readonly narration: Narration;
}

interface Stop {
  readonly wise: WiseClient;
  readonly say: Narration;
  readonly card: Card;
  readonly at: { readonly profileId: number; readonly cardToken: string };
}

const profileId = 123456;
const sandboxOtpCode = "111111";

/**
 * Makes the calls that the page makes, one after the other.
 *
 * @throws TourSurprise for a response that is not as expected.
 */
export async function runTour({ wiseUrl, narration: say }: TourOptions): Promise<void> {
  const wise = createClient({ baseUrl: wiseUrl, auth: "tour-user" });
  const cards = await listCards(wise, say);
  const card = cards.find(({ status }) => status.value === "ACTIVE");
  expectThat(card !== undefined, "no card of the profile is active");
  const stop: Stop = { wise, say, card, at: { profileId, cardToken: card.token } };
  await freezeAndUnfreeze(stop);
  await changePermissions(stop);
  await changeLimits(stop);
  await resetPinCount(stop);
  await reveal(stop);
  await tryWhatIsNotAllowed(stop, cards);
}

async function listCards(wise: WiseClient, say: Narration): Promise<Card[]> {
  say.chapter(`The cards of profile ${profileId}`);
  say.asks("cards.list", { profileId, pageSize: 10 });
  const page = await wise.cards.list({ profileId, pageSize: 10 });
  say.gets(`${page.cards.length} of ${page.totalCount} cards`);
  say.asks("cards.list.all", { profileId });
  const cards: Card[] = [];
  for await (const card of wise.cards.list.all({ profileId })) cards.push(card);
  expectThat(cards.length === page.totalCount, `${cards.length} cards came, totalCount is ${page.totalCount}`);
  for (const card of cards) say.gets(cardText(card));
  return cards;
}

async function freezeAndUnfreeze({ wise, say, card, at }: Stop): Promise<void> {
  say.chapter(`Freeze and unfreeze •• ${card.lastFourDigits}`);
  for (const status of ["FROZEN", "ACTIVE"] as const) {
    say.asks("cards.updateStatus", { ...at, status });
    const changed = await wise.cards.updateStatus({ ...at, status });
    expectThat(changed.status.value === status, `the card is ${changed.status.value}`);
    say.gets(cardText(changed));
  }
}

async function changePermissions({ wise, say, at }: Stop): Promise<void> {
  say.chapter("Spending permissions");
  say.asks("permissions.list", at);
  const { permissions } = await wise.permissions.list(at);
  for (const { type, isEnabled, isLocked } of permissions) {
    say.gets(`${type.padEnd(16)} ${isEnabled ? "on" : "off"}${isLocked ? ", locked" : ""}`);
  }
  const isOnline = permissions.find(({ type }) => type === "ECOM")?.isEnabled === true;
  const online = [{ type: "ECOM" as const, isEnabled: !isOnline }];
  say.asks("permissions.updateMany", { ...at, permissions: online });
  await wise.permissions.updateMany({ ...at, permissions: online });
  const after = await wise.permissions.list(at);
  const changed = after.permissions.find(({ type }) => type === "ECOM");
  expectThat(changed?.isEnabled === !isOnline, "the permission has not changed");
  say.gets(`ECOM is ${changed.isEnabled ? "on" : "off"}`);

  const both = [
    { type: "ECOM" as const, isEnabled: isOnline },
    { type: "POS_CONTACTLESS" as const, isEnabled: true },
  ];
  say.asks("permissions.updateMany", { ...at, permissions: both });
  const error = await expectError(
    wise.permissions.updateMany({ ...at, permissions: both }),
    isInvalidRequestError,
    "a locked permission",
  );
  say.gets(`${error.status}: ${error.problem.message}`);
  const unchanged = await wise.permissions.list(at);
  expectThat(JSON.stringify(unchanged) === JSON.stringify(after), "a rejected change was carried out in part");
  say.gets("neither has changed");
}

async function changeLimits({ wise, say, at }: Stop): Promise<void> {
  say.chapter("Spending limits");
  const set = { ...at, cardLimitType: "MONTHLY" as const, maxLimitAmount: 750.5 };
  say.asks("spendingLimits.set", set);
  await wise.spendingLimits.set(set);
  const monthly = await monthlyLimit({ wise, at });
  expectThat(monthly?.threshold === 750.5, `the monthly limit is ${monthly?.threshold}`);
  say.gets(`MONTHLY ${monthly.usage ?? 0} of ${monthly.threshold} ${monthly.currency} used`);

  const above = { ...set, maxLimitAmount: 1_000_000 };
  say.asks("spendingLimits.set", above);
  const error = await expectError(wise.spendingLimits.set(above), isInvalidRequestError, "a limit above the profile's");
  say.gets(`${error.status}: ${error.problem.code}`);

  const remove = { ...at, cardLimitType: "MONTHLY" as const };
  say.asks("spendingLimits.remove", remove);
  await wise.spendingLimits.remove(remove);
  expectThat((await monthlyLimit({ wise, at })) === undefined, "the monthly limit is still there");
  say.gets("no monthly limit any more");
}

async function monthlyLimit({ wise, at }: Pick<Stop, "wise" | "at">) {
  const { spendings } = await wise.spendingLimits.list(at);
  return spendings.flatMap(({ limits }) => limits).find(({ type }) => type === "MONTHLY");
}

async function resetPinCount({ wise, say, at }: Stop): Promise<void> {
  say.chapter("Wrong PIN entries");
  say.asks("cards.resetPinCount", at);
  await wise.cards.resetPinCount(at);
  say.gets("the count is zero");
}

async function reveal({ wise, say, card, at }: Stop): Promise<void> {
  say.chapter("Card data, sealed for us and nobody in between");
  const { cardToken } = at;
  say.asks("cardData.encryptionKey");
  const key = await wise.cardData.encryptionKey();
  say.gets(`version ${key.version}, with which a key made here is wrapped`);

  const session = await createCardDataSession(key);
  say.asks("cardData.details", { cardToken, keyVersion: session.request.keyVersion, encryptedPayload: "<JWE>" });
  const args = { cardToken, ...session.request };
  const challenge = await expectError(wise.cardData.details(args), isScaRequiredError, "a call without authentication");
  say.gets("403: strong customer authentication is needed first");
  await passChallenge(wise, say, challenge.oneTimeToken);
  say.asks("cardData.details", { cardToken, keyVersion: session.request.keyVersion, encryptedPayload: "<JWE>" });
  const sealed = await wise.cardData.details(args, { oneTimeToken: challenge.oneTimeToken });
  say.gets(String(sealed));
  const details = await session.open(sealed);
  expectThat(details.pan.last4() === card.lastFourDigits, "the card number is that of another card");
  say.gets(`opened: •••• •••• •••• ${details.pan.last4()}, CVV2 •••, expires ${details.expiryDate}`);

  say.asks("cardData.pin", { cardToken, keyVersion: key.version, encryptedPayload: "<JWE>" });
  const pinSession = await createCardDataSession(key);
  const pinArgs = { cardToken, ...pinSession.request };
  const again = await expectError(wise.cardData.pin(pinArgs), isScaRequiredError, "a PIN without authentication");
  await passChallenge(wise, say, again.oneTimeToken);
  const { pin } = await pinSession.open(await wise.cardData.pin(pinArgs, { oneTimeToken: again.oneTimeToken }));
  expectThat(pin.groups().join("").length === 4, "the PIN does not have four digits");
  say.gets(`opened: PIN ••••, prints as ${pin}`);
  for (const secret of [details.pan, details.cvv2, pin]) secret?.dispose();
}

async function passChallenge(wise: WiseClient, say: Narration, oneTimeToken: string): Promise<void> {
  say.asks("sca.triggerSms", { oneTimeToken: "<token>" });
  const { obfuscatedPhoneNo } = await wise.sca.triggerSms({ oneTimeToken });
  say.gets(`a one-time password is on its way to ${obfuscatedPhoneNo}`);
  say.asks("sca.verifySms", { oneTimeToken: "<token>", otpCode: "<password>" });
  const { oneTimeTokenProperties } = await wise.sca.verifySms({ oneTimeToken, otpCode: sandboxOtpCode });
  expectThat(oneTimeTokenProperties.challenges.length === 0, "the challenge is still open");
  say.gets("passed");
}

async function tryWhatIsNotAllowed({ wise, say, at }: Stop, cards: readonly Card[]): Promise<void> {
  say.chapter("What Wise rejects");
  const blocked = cards.find(({ status }) => status.value === "BLOCKED");
  expectThat(blocked !== undefined, "no card of the profile is blocked");
  const unblock = { profileId, cardToken: blocked.token, status: "ACTIVE" as const };
  say.asks("cards.updateStatus", unblock);
  const conflict = await expectError(wise.cards.updateStatus(unblock), isConflictError, "unblocking a card");
  say.gets(`${conflict.status}: ${conflict.problem.code}`);

  const session = await createCardDataSession(await wise.cardData.encryptionKey());
  say.asks("cardData.details", { cardToken: blocked.token, encryptedPayload: "<JWE>" });
  const details = wise.cardData.details({ cardToken: blocked.token, ...session.request });
  const forbidden = await expectError(details, isPermissionError, "the data of a blocked card");
  say.gets(`${forbidden.status}: card data is for active and frozen cards`);

  const unknown = { ...at, cardToken: "00000000-0000-4000-8000-000000000000" };
  say.asks("cards.get", unknown);
  const missing = await expectError(wise.cards.get(unknown), isNotFoundError, "an unknown card");
  say.gets(`${missing.status}: ${missing.problem.code}`);
}

function cardText({ lastFourDigits, status, cardHolderName, cardProgram }: Card): string {
  const kind = [cardProgram?.scheme, cardProgram?.cardType].filter(Boolean).join(" ").toLowerCase();
  return `•• ${lastFourDigits}  ${status.value.padEnd(17)}  ${(cardHolderName ?? "").padEnd(14)}  ${kind}`;
}
