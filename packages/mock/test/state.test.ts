import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, isMockError, startMock } from "@wisekit/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, cardPath, cardToken, over } from "./support/mock-caller.ts";

/** Further fields of a card that the API shows, and that differ between the first card and the last. */
const shownFields = [
  "cardHolderName",
  "expiryDate",
  "lastFourDigits",
  "phoneNumber",
  "unlockSpendingPermissions",
  "creationTime",
  "modificationTime",
] as const;

const freeze = { method: "PUT", json: { status: "FROZEN" } };

describe("mock.state", () => {
  it("gives copies, and takes edits that the API then shows", async () => {
    const mock = createMock();
    const copy = mock.state.cards.get(cardToken);
    if (copy) copy.cardHolderName = "Changed outside";
    expect(mock.state.cards.get(cardToken)?.cardHolderName).toBe("John Smith");
    mock.state.cards.update(cardToken, { cardHolderName: "Joan Smith" });
    expect((await call(mock, cardPath)).body).toMatchObject({ cardHolderName: "Joan Smith" });
  });

  it("shows in the API each field of a card as it was last set", async () => {
    const mock = createMock();
    const other = createMock().state.cards.list().at(-1);
    if (!other) throw new Error("the scenario has no other card");
    const edits: Partial<typeof other>[] = [
      { cardProgram: { ...other.cardProgram, cardType: "PHYSICAL" } },
      { status: "FROZEN" },
      { clientId: "other" },
      { bankIdentificationNumber: "555555" },
    ];
    for (const name of shownFields) edits.push({ [name]: other[name] });
    for (const edit of edits) {
      const before = (await call<Record<string, unknown>>(mock, cardPath)).body;
      mock.state.cards.update(cardToken, edit);
      const card = mock.state.cards.get(cardToken);
      const shown = (await call<Record<string, unknown>>(mock, cardPath)).body;
      expect(shown).not.toEqual(before);
      expect(shown.status).toEqual({ value: card?.status });
      for (const name of Object.keys(shown)) if (name !== "status") expect(card).toHaveProperty(name, shown[name]);
    }
  });

  it("keeps apart two mocks that hold a card of the same token", async () => {
    const [one, two] = [createMock(), createMock()];
    one.state.cards.update(cardToken, { cardHolderName: "Joan Smith" });
    expect((await call(one, cardPath)).body).toMatchObject({ cardHolderName: "Joan Smith" });
    expect((await call(two, cardPath)).body).toMatchObject({ cardHolderName: "John Smith" });
  });

  it("adds and removes cards and profiles", async () => {
    const mock = createMock({ scenario: "empty" });
    const [profile] = mock.state.profiles.list();
    const [card] = createMock().state.cards.list();
    if (!profile || !card) throw new Error("the scenarios are not as expected");
    mock.state.profiles.put({ ...profile, id: 77 });
    mock.state.cards.put({ ...card, profileId: 77 });
    const list = await call<{ totalCount: number }>(mock, "/v3/spend/profiles/77/cards");
    expect(list.body.totalCount).toBe(1);
    expect(mock.state.cards.remove(card.token)).toBe(true);
    expect(mock.state.cards.list(77)).toEqual([]);
    expect(() => mock.state.cards.put({ ...card, profileId: 78 })).toThrow("unknown profile 78");
  });

  it("puts a card in the place of the one that has its token, or into another profile's list", async () => {
    const mock = createMock();
    const list = async (profileId: number) => {
      const { body } = await call<{ cards: { token: string }[] }>(
        mock,
        `/v3/spend/profiles/${profileId}/cards?pageSize=100`,
      );
      return body.cards;
    };
    const before = await list(123456);
    const card = mock.state.cards.list(123456)[3];
    if (!card) throw new Error("the scenario has too few cards");
    mock.state.cards.put({ ...card, cardHolderName: "Joan Smith" });
    const after = await list(123456);
    expect(after.map(({ token }) => token)).toEqual(before.map(({ token }) => token));
    expect(after[3]).toMatchObject({ token: card.token, cardHolderName: "Joan Smith" });
    mock.state.cards.put({ ...card, profileId: 30000000 });
    expect((await list(123456)).map(({ token }) => token)).not.toContain(card.token);
    expect((await list(30000000)).at(-1)).toMatchObject({ token: card.token, profileId: 30000000 });
  });

  it("does not count a status that the contract does not know as a breach, for the enum is open", async () => {
    const mock = createMock();
    mock.state.cards.update(cardToken, { status: "LOST" as "ACTIVE" });
    const response = await mock.fetch(cardPath, { headers: { authorization: "Bearer x" } });
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ status: { value: "LOST" } }),
    ]);
  });

  it("that breaks the contract becomes a 500 that says so", async () => {
    const mock = createMock();
    mock.state.cards.update(cardToken, { lastFourDigits: "12" });
    const response = await call<{ message: string }>(mock, cardPath);
    expect(response.status).toBe(500);
    expect(response.body.message).toContain("breaks the contract: body.lastFourDigits");
  });
});

describe("snapshot and restore", () => {
  it("bring a mock back to where it was, time and identifiers included", async () => {
    const mock = createMock({ clock: () => 1_800_000_000_000 });
    mock.simulate.advanceTime({ hours: 1 });
    const snapshot = mock.snapshot();
    const first = await call(mock, `${cardPath}/status`, freeze);
    mock.simulate.advanceTime({ days: 9 });
    mock.restore(JSON.parse(JSON.stringify(snapshot)));
    expect(mock.snapshot()).toEqual(snapshot);
    const second = await call(mock, `${cardPath}/status`, freeze);
    expect(second.text + second.headers.get("x-trace-id")).toBe(first.text + first.headers.get("x-trace-id"));
  });

  it("apiError what is no snapshot, and leave the state alone", () => {
    const mock = createMock();
    const before = mock.snapshot();
    const damaged = { ...before, cards: [{ token: 1 }] };
    expect(() => mock.restore(damaged as never)).toThrow(TypeError);
    expect(mock.snapshot()).toEqual(before);
  });

  it("reset goes back to the start", async () => {
    const mock = createMock({ sca: true, clock: () => 1_800_000_000_000 });
    const before = mock.snapshot();
    await call(mock, `${cardPath}/status`, freeze);
    mock.configure({ sca: false });
    mock.simulate.advanceTime({ days: 1 });
    mock.faults.add({ status: 500 });
    mock.reset();
    expect(mock.snapshot()).toEqual(before);
    expect([mock.faults.list(), mock.requests.list()]).toEqual([[], []]);
  });
});

describe("scenarios", () => {
  it.each(["uk-business", "us-personal", "empty", "every-status"] as const)(
    "%s holds only what the contract knows",
    async (scenario) => {
      const mock = createMock({ scenario });
      for (const { id } of mock.state.profiles.list()) {
        await call(mock, `/v3/spend/profiles/${id}/cards?pageSize=100`);
        await call(mock, `/v3/spend/profiles/${id}/spending-limits`);
        for (const { token } of mock.state.cards.list(id)) {
          await call(mock, `/v3/spend/profiles/${id}/cards/${token}/spending-permissions`).catch((error: Error) => {
            if (!token.startsWith("12345-")) throw error;
          });
        }
      }
    },
  );

  it("have PANs that pass the Luhn check and fit what the card shows", () => {
    for (const scenario of ["uk-business", "us-personal", "every-status"] as const) {
      for (const card of createMock({ scenario }).state.cards.list()) {
        const pan = card.pan ?? "";
        if (card.status === "PURGED") continue;
        const sum = [...pan].reverse().reduce((total, digit, index) => {
          const counted = Number(digit) * (index % 2 === 1 ? 2 : 1);
          return total + (counted > 9 ? counted - 9 : counted);
        }, 0);
        expect([card.token, sum % 10]).toEqual([card.token, 0]);
        expect([pan.slice(0, 6), pan.slice(-4)]).toEqual([card.bankIdentificationNumber, card.lastFourDigits]);
      }
    }
  });

  it("of one's own are checked, and named where they are wrong", () => {
    const [profile] = createMock().state.profiles.list();
    if (!profile) throw new Error("no profile");
    const { usage: _usage, ...own } = profile;
    const scenario = { description: "", clientId: "me", programs: {}, profiles: [{ ...own, cards: [] }] };
    expect(createMock({ scenario }).state.profiles.list()).toHaveLength(1);
    const wrong = { ...scenario, profiles: [{ ...own, cards: [], sca: "sometimes" }] };
    expect(() => createMock({ scenario: wrong as never })).toThrow("/profiles/0/sca must be equal to one of");
  });

  it("every-status has a card in each of the seven", () => {
    const statuses = createMock({ scenario: "every-status" })
      .state.cards.list()
      .map(({ status }) => status);
    expect(new Set(statuses).size).toBe(7);
  });

  it("large has 100,000 cards, the same ones for the same seed", async () => {
    const mock = createMock({ scenario: "large" });
    const last = await call<{ cards: { token: string }[]; totalCount: number }>(
      mock,
      "/v3/spend/profiles/123456/cards?pageSize=100&pageNumber=1000",
    );
    expect([last.body.totalCount, last.body.cards.length]).toEqual([100_000, 100]);
    const again = createMock({ scenario: "large" }).state.cards.get(last.body.cards[99]?.token ?? "");
    expect(again).toBeDefined();
  });
});

describe("a state file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wisekit-mock-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("keeps state over a restart", async () => {
    const stateFile = join(folder, "kept.json");
    const first = await startMock({ stateFile });
    await call(over(first), `${cardPath}/status`, freeze);
    await first.stop();
    const second = await startMock({ stateFile });
    expect((await call<{ status: { value: string } }>(over(second), cardPath)).body.status.value).toBe("FROZEN");
    await second.stop();
  });

  it.each([
    ["not JSON", "{", "it is not JSON"],
    ["of another kind", '{"version":1}', "must have required property"],
  ])("that is %s is rejected and left as it is", async (_what, content, reason) => {
    const stateFile = join(folder, "damaged.json");
    await writeFile(stateFile, content);
    const starting = startMock({ stateFile });
    await expect(starting).rejects.toThrow(reason);
    await expect(starting).rejects.toSatisfy((error) => isMockError(error) && error.code === "ERR_MOCK_STATE_DAMAGED");
    expect(await readFile(stateFile, "utf8")).toBe(content);
  });

  it.each([
    ["in a folder that is not there", "missing/state.json", "does not exist; make it first"],
    ["that is a folder", ".", "it cannot be read (EISDIR)"],
  ])("%s is rejected as unreachable, not as damaged", async (_what, name, reason) => {
    const starting = startMock({ stateFile: join(folder, name) });
    await expect(starting).rejects.toThrow(reason);
    await expect(starting).rejects.toMatchObject({ name: "MockError", code: "ERR_MOCK_STATE_UNREACHABLE" });
  });
});
