import { createMock, type PurchaseMethod } from "@wisekit/mock";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sealForTest } from "./fixture/card-data-request.ts";
import { type CheckedAnswer, call, profileId } from "./fixture/mock-caller.ts";
import { allLimits, allPermissions, type ModelCard, WiseModel } from "./fixture/wise-model.ts";

const startMs = Date.parse("2027-01-10T12:00:00Z");
const mock = createMock({ scenario: "every-status", clock: () => startMs, cardData: { answer: "json" } });
const cardsPath = `/v3/spend/profiles/${profileId}/cards`;
const payload = sealForTest((await mock.keys.current()).key, "RSA1_5").payload;

function start(): WiseModel {
  mock.reset();
  mock.state.profiles.update(profileId, { timeZone: "UTC" });
  const [profile] = mock.state.profiles.list();
  const cards = mock.state.cards.list().map((card, index): ModelCard => {
    if (index === 0) {
      // One of the active cards is as it is before its first purchase.
      const locked = { isEnabled: false, isLocked: true };
      const permissions = { ...card.permissions, POS_CONTACTLESS: locked, POS_MAGSTRIPE: locked };
      const unlockSpendingPermissions = "WITH_FIRST_CHIP_AND_PIN_TRANSACTION" as const;
      Object.assign(card, mock.state.cards.update(card.token, { permissions, unlockSpendingPermissions }));
    }
    const permissions = Object.entries(card.permissions);
    return {
      token: card.token,
      status: card.status,
      expiresAt: Date.parse(card.expiryDate),
      phone: card.phoneNumber,
      unlocksByChip: card.unlockSpendingPermissions === "WITH_FIRST_CHIP_AND_PIN_TRANSACTION",
      unlocksByPartner: card.unlockSpendingPermissions === "WITH_PARTNER_API",
      on: new Set(permissions.filter(([, { isEnabled }]) => isEnabled).map(([type]) => type)),
      locked: new Set(permissions.filter(([, { isLocked }]) => isLocked).map(([type]) => type)),
      limits: new Map(Object.entries(card.limits)),
      spent: [],
      wrongPins: 0,
    };
  });
  return new WiseModel(startMs, cards, new Map(Object.entries(profile?.limits ?? {})));
}

/** Does the same to the model and to the mock, and compares. */
type Run = (model: WiseModel) => Promise<void>;

/** A step that says what it does when a sequence fails. */
interface Step {
  readonly run: Run;
  readonly [fc.toStringMethod]: () => string;
}

function step<Values>(name: string, values: fc.Arbitrary<Values>, run: (values: Values) => Run): fc.Arbitrary<Step> {
  return values.map((chosen) => ({ run: run(chosen), [fc.toStringMethod]: () => `${name} ${JSON.stringify(chosen)}` }));
}

// Most steps are about the same card, so that they meet.
const pick = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 6 }) });
const cardOf = (model: WiseModel, index: number) => model.cards[index] as ModelCard;

function send(card: ModelCard, method: string, path: string, json?: unknown): Promise<CheckedAnswer> {
  return call(mock, `${cardsPath}/${card.token}${path}`, { method, ...(json !== undefined && { json }) });
}

const setStatus = step(
  "setStatus",
  fc.tuple(pick, fc.constantFrom("ACTIVE", "ACTIVE", "ACTIVE", "FROZEN", "FROZEN", "BLOCKED")),
  ([index, status]) =>
    async (model) => {
      const card = cardOf(model, index);
      const answer = await send(card, "PUT", "/status", { status });
      expect(answer.status).toBe(model.askStatus(card, status));
    },
);

const permissionChange = fc.record(
  { type: fc.constantFrom(...allPermissions), isEnabled: fc.boolean() },
  { noNullPrototype: true },
);
const setPermissions = step(
  "setPermissions",
  fc.tuple(pick, fc.array(permissionChange, { maxLength: 4 }), fc.boolean()),
  ([index, changes, single]) =>
    async (model) => {
      const card = cardOf(model, index);
      const [first] = changes;
      const version = single && first ? "v3" : "v4";
      const path = `${cardsPath.replace("v3", version)}/${card.token}/spending-permissions`;
      const answer = await call(mock, path, {
        method: "PATCH",
        json: version === "v3" ? first : { permissions: changes },
      });
      expect(answer.status).toBe(model.setPermissions(card, version === "v3" && first ? [first] : changes));
    },
);

const amounts = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_200_000 }));
const setLimit = step(
  "setLimit",
  fc.tuple(pick, fc.constantFrom(...allLimits), amounts),
  ([index, cardLimitType, cents]) =>
    async (model) => {
      const card = cardOf(model, index);
      const answer = await send(card, "PATCH", "/spending-limits", { cardLimitType, maxLimitAmount: cents / 100 });
      expect(answer.status).toBe(model.setLimit(card, cardLimitType, cents / 100));
    },
);
const removeLimit = step(
  "removeLimit",
  fc.tuple(pick, fc.constantFrom(...allLimits)),
  ([index, type]) =>
    async (model) => {
      expect((await send(cardOf(model, index), "DELETE", `/spending-limits/${type}`)).status).toBe(200);
      cardOf(model, index).limits.delete(type);
    },
);

const resetPin = step("resetPin", pick, (index) => async (model) => {
  expect((await send(cardOf(model, index), "POST", "/reset-pin-count")).status).toBe(200);
  cardOf(model, index).wrongPins = 0;
});

const setPhone = step(
  "setPhone",
  fc.tuple(pick, fc.constantFrom("+6588888888", "+441234567890", "+0123456")),
  ([index, phoneNumber]) =>
    async (model) => {
      const answer = await send(cardOf(model, index), "PUT", "/phone-number", { phoneNumber });
      expect(answer.status).toBe(phoneNumber.startsWith("+0") ? 422 : 200);
      if (answer.status === 200) cardOf(model, index).phone = phoneNumber;
    },
);

const purchaseMethods = fc.constantFrom<PurchaseMethod[]>(
  "CHIP_AND_PIN",
  "CONTACTLESS",
  "MAGSTRIPE",
  "ECOM",
  "WALLET",
  "ATM",
);
const purchase = step(
  "purchase",
  fc.tuple(pick, purchaseMethods, amounts, fc.option(fc.boolean(), { nil: undefined })),
  ([index, method, cents, isPinRight]) =>
    async (model) => {
      const card = cardOf(model, index);
      const pin = isPinRight === false ? "wrong" : mock.state.cards.get(card.token)?.pin;
      const result = mock.simulate.purchase(card.token, {
        method,
        amount: cents / 100,
        ...(isPinRight !== undefined && pin !== undefined && { pin }),
      });
      expect(result.approved ? "approved" : result.declineReason).toBe(model.purchase(card, method, cents, isPinRight));
    },
);

const suspend = step("suspend", pick, (index) => async (model) => {
  const card = cardOf(model, index);
  const status = model.statusOf(card);
  if (status === "PARTNER_SUSPENDED") mock.simulate.liftSuspension(card.token);
  else if (status === "ACTIVE" || status === "FROZEN") mock.simulate.suspend(card.token);
  else return expect(() => mock.simulate.suspend(card.token)).toThrow(TypeError);
  card.status = status === "PARTNER_SUSPENDED" ? "ACTIVE" : "PARTNER_SUSPENDED";
});

const passTime = step(
  "passTime",
  fc.constantFrom(60_000, 900_000, 3_600_000, 86_400_000, 20 * 86_400_000, 700 * 86_400_000),
  (milliseconds) => async (model) => {
    mock.simulate.passTime({ milliseconds });
    model.now += milliseconds;
  },
);

const faultyStatus = step(
  "faultyStatus",
  fc.tuple(pick, fc.constantFrom("ACTIVE", "FROZEN", "ACTIVE"), fc.constantFrom("before", "after", "500")),
  ([index, status, fault]) =>
    async (model) => {
      const card = cardOf(model, index);
      if (fault === "500") mock.faults.next("cards.updateStatus", { status: 500 });
      else
        mock.faults.next("cards.updateStatus", {
          connection: fault === "before" ? "reset-before-commit" : "reset-after-commit",
        });
      const result = await send(card, "PUT", "/status", { status }).catch((error: Error) => error.message);
      expect(typeof result === "string" ? result : result.status).toBe(fault === "500" ? 500 : "fetch failed");
      if (fault === "after") model.askStatus(card, status);
    },
);

const wrongPin = step("wrongPin", pick, (index) => async (model) => {
  const card = cardOf(model, index);
  const result = mock.simulate.wrongPin(card.token);
  const status = model.statusOf(card);
  if (status === "ACTIVE" && card.wrongPins <= 3) card.wrongPins++;
  expect(result).toMatchObject(
    status === "ACTIVE" ? { declineReason: expect.stringContaining("PIN") } : { approved: false },
  );
});

const switchSca = step("switchSca", fc.boolean(), (sca) => async (model) => {
  mock.configure({ sca });
  model.sca = sca;
});

const askCardData = step(
  "askCardData",
  fc.tuple(pick, fc.constantFrom("details", "pin"), fc.nat({ max: 1 })),
  ([index, what, which]) =>
    async (model) => {
      const card = cardOf(model, index);
      const token = model.tokens.at(-1 - which)?.token;
      const answer = await call(mock, `/twcard-data/v1/sensitive-card-data/${what}`, {
        method: "POST",
        headers: { "x-tw-twcard-card-token": card.token, ...(token !== undefined && { "x-2fa-approval": token }) },
        json: { keyVersion: 1, encryptedPayload: payload },
      });
      const expected = model.askCardData(card, `cardData.${what}`, token);
      const issued = answer.headers.get("x-2fa-approval");
      expect(issued === null ? answer.status : "challenged").toBe(expected);
      if (issued !== null)
        model.tokens.push({
          token: issued,
          operation: `cardData.${what}`,
          card: card.token,
          madeAt: model.now,
          passed: false,
          spent: false,
        });
    },
);

const enterOtp = step("enterOtp", fc.tuple(fc.nat({ max: 1 }), fc.boolean()), ([which, isRight]) => async (model) => {
  const token = model.tokens.at(-1 - which)?.token ?? "unknown";
  const options = {
    method: "POST",
    headers: { "one-time-token": token },
    json: { otpCode: isRight ? "111111" : "000000" },
  };
  expect((await call(mock, "/v1/one-time-token/sms/verify", options)).status).toBe(model.enterOtp(token, isRight));
});

const checkAll: Run = async (model) => {
  const page = await call<{ cards: { token: string; status: { value: string }; phoneNumber: string }[] }>(
    mock,
    cardsPath,
  );
  expect(page.body.cards.map(({ status, phoneNumber }) => [status.value, phoneNumber])).toEqual(
    model.cards.map((card) => [model.statusOf(card), card.phone]),
  );
  for (const card of model.cards) {
    const { body } = (await send(card, "GET", "/spending-permissions")) as CheckedAnswer<{
      permissions: { type: string; isEnabled: boolean; isLocked: boolean }[];
    }>;
    expect(
      body.permissions
        .filter(({ isEnabled }) => isEnabled)
        .map(({ type }) => type)
        .sort(),
    ).toEqual([...card.on].sort());
    expect(
      body.permissions
        .filter(({ isLocked }) => isLocked)
        .map(({ type }) => type)
        .sort(),
    ).toEqual([...card.locked].sort());
    const limits = (await send(card, "GET", "/spending-limits")) as CheckedAnswer<{
      spendings: { limits: { type: string; threshold: number; usage: number }[] }[];
    }>;
    const shown = limits.body.spendings.flatMap((spending) => spending.limits);
    expect(shown.map(({ type, threshold, usage }) => [type, threshold, Math.round(usage * 100)])).toEqual(
      allLimits
        .filter((type) => card.limits.has(type))
        .map((type) => [type, card.limits.get(type), type === "TRANSACTION" ? 0 : model.usage(card.spent, type)]),
    );
  }
};
const readAll = step("readAll", fc.constant(undefined), () => checkAll);

const steps = fc.oneof(
  ...[
    setStatus,
    setPermissions,
    setLimit,
    removeLimit,
    resetPin,
    setPhone,
    suspend,
    passTime,
    faultyStatus,
    switchSca,
    readAll,
  ],
  { weight: 2, arbitrary: fc.oneof(readAll, passTime) },
  { weight: 6, arbitrary: purchase },
  { weight: 3, arbitrary: wrongPin },
  { weight: 6, arbitrary: askCardData },
  { weight: 8, arbitrary: enterOtp },
);

it("behaves as the model does, whatever is done to it in whatever order", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: 10, maxLength: 40, size: "max" }),
      fc.boolean(),
      async (sequence, sca) => {
        const model = start();
        model.sca = sca;
        mock.configure({ sca });
        for (const { run } of sequence) await run(model);
        await checkAll(model);
      },
    ),
    { numRuns: 2000 },
  );
});
