import { createClient } from "@wisekit/client";
import { createProxy, type ProxyAllowance, type ProxyOperationName, type ProxyOptions } from "@wisekit/client/proxy";
import fc from "fast-check";
import { expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { mayPass, type ReadCall, readByHand } from "./support/grant-by-hand.ts";
import { jsonResponse, type SeenCall, stubFetch } from "./support/stub-fetch.ts";

const site = "https://app.example";
const profiles = [123456, 654321, 7];
const cards = ["ca0c8154-1e14-4464-a1ce-dcea7dc3de52", "0fd630f1-f29d-4da9-953f-48f1a09f76b5", "c-3", "C-3"];
/** Which card belongs to which profile, at Wise. */
const owners: Readonly<Record<string, number>> = { [cards[0] ?? ""]: 123456, [cards[1] ?? ""]: 654321, "c-3": 7 };

const shapes: readonly (readonly [method: string, path: string, operation: ProxyOperationName])[] = [
  ["GET", "/v3/spend/profiles/P/cards", "cards.list"],
  ["GET", "/v3/spend/profiles/P/cards/C", "cards.get"],
  ["PUT", "/v3/spend/profiles/P/cards/C/status", "cards.updateStatus"],
  ["POST", "/v3/spend/profiles/P/cards/C/reset-pin-count", "cards.resetPinCount"],
  ["PATCH", "/v4/spend/profiles/P/cards/C/spending-permissions", "permissions.updateMany"],
  ["DELETE", "/v3/spend/profiles/P/cards/C/spending-limits/DAILY", "spendingLimits.remove"],
  ["GET", "/v3/spend/profiles/P/spending-limits", "spendingLimits.listForProfile"],
  ["POST", "/twcard-data/v1/sensitive-card-data/details", "cardData.details"],
  ["GET", "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey", "cardData.encryptionKey"],
  ["GET", "/v1/one-time-token/status", "sca.status"],
];
const names = shapes.map(([, , operation]) => operation);
const bodies: Readonly<Record<string, string>> = {
  "cards.updateStatus": '{"status":"FROZEN"}',
  "permissions.updateMany": '{"permissions":[]}',
  "cardData.details": '{"keyVersion":1,"encryptedPayload":"x"}',
};

const fieldsByHand = ["status", "permissions", "keyVersion", "encryptedPayload"];

const anyGrant: fc.Arbitrary<ProxyAllowance> = fc.record({
  operations: fc.oneof({ weight: 3, arbitrary: fc.constant(names) }, fc.subarray(names)),
  profiles: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...profiles),
      cards: fc.oneof(fc.constant("all" as const), fc.subarray(cards)),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  ),
});

/** What is done to a path that means something, so that somebody else might be meant. */
const disguises: readonly ((path: string, at: number) => string)[] = [
  (path, at) => `${path.slice(0, at)}%${path.charCodeAt(at).toString(16)}${path.slice(at + 1)}`,
  (path, at) => `${path.slice(0, at)}%25${path.charCodeAt(at).toString(16)}${path.slice(at + 1)}`,
  (path, at) => `${path.slice(0, at)}/${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}/../${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}%2f..%2f${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}%2e%2e/${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}\\${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)};v=1${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}%00${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}\u00e9${path.slice(at)}`,
  (path, at) => path.slice(0, at) + path.slice(at).toUpperCase(),
  (path, at) => path.slice(0, at),
  (path) => `${path}/`,
  (path) => path.replace("/cards/", `/cards/${cards[0]}/../`),
  (path) => path.replace(/(?<=profiles\/)/, "0"),
  (path) => path.replace(/(?<=profiles\/\d+)/, ".0"),
];

const words = ["pageSize", "pageNumber", "profileId", "cardToken", "%70ageSize", "x", ""];
const values = ["10", "1", "654321", "%2e%2e", "a%26profileId=7", "..", ""];
const anyQuery = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...values)), { maxLength: 4 })
  .map((parts) => parts.map(([name, value]) => `${name}=${value}`).join("&"));

const anyHeaders = fc.record(
  {
    "x-tw-twcard-card-token": fc.oneof(
      fc.constantFrom(...cards, ...cards, `${cards[0]}, ${cards[1]}`, "..", "a/../b", "%2e%2e"),
      fc.string({ unit: "grapheme-ascii" }),
    ),
    "one-time-token": fc.constantFrom("ott", ""),
    "x-http-method-override": fc.constantFrom("GET", "DELETE"),
    "x-forwarded-host": fc.constant("evil.example"),
    authorization: fc.constant("Bearer forged"),
    cookie: fc.constant("session=1"),
    "x-2fa-approval": fc.constantFrom("ott", "a, b"),
    "content-type": fc.constantFrom("application/json", "application/json; charset=utf-8", "text/plain", "a/b, c/d"),
    "sec-fetch-site": fc.constantFrom("same-origin", "cross-site", "same-site"),
    origin: fc.constantFrom(site, "https://evil.example", "null"),
  },
  { requiredKeys: [] },
);

const anyBody = fc.oneof(
  fc.constantFrom(...Object.values(bodies), "{", "[]", "null", "1e999", '{"status":"FROZEN","status":"BLOCKED"}'),
  fc.constantFrom('{"status":"FROZEN","admin":true}', '{"__proto__":{"a":1}}', '{"profileId":7}', "\ufeff{}", "a=b"),
  fc.json(),
);

const anyRequest = fc.record({
  // One of them names a card and no profile: as often as the others together.
  shape: fc.oneof(fc.constantFrom(...shapes), fc.constantFrom(...shapes.filter(([, path]) => /details/.test(path)))),
  profile: fc.constantFrom(...profiles),
  card: fc.constantFrom(...cards),
  method: fc.option(fc.constantFrom("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "get", "PROPFIND"), {
    freq: 1,
  }),
  disguise: fc.oneof(
    fc.constant((path: string) => path),
    fc.constantFrom(...disguises),
  ),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  query: anyQuery,
  headers: anyHeaders,
  body: fc.option(anyBody),
});

/** Wise: who has which card is true there, and everything else succeeds. */
function respondAsWise({ url, init }: SeenCall): Response {
  const call = readByHand(init.method ?? "", url, init.headers);
  if (call?.operation !== "cards.get") return jsonResponse({ fromWise: true });
  return jsonResponse({ fromWise: true }, owners[call.card ?? ""] === call.profile ? 200 : 404);
}

function proxyOf(allow: ProxyAllowance) {
  const upstream = stubFetch(respondAsWise);
  const client = createClient({ environment: "sandbox", auth: "of-the-user", fetch: upstream });
  const errors: unknown[] = [];
  const asked: string[] = [];
  const authorize: ProxyOptions["authorize"] = (_, { operation }) => {
    asked.push(operation);
    return { client, allow };
  };
  const proxy = createProxy({ authorize, onError: (error) => errors.push(error) });
  return { proxy, upstream, errors, asked };
}

/** What went out, but for look-ups whose card it is, which are the proxy's own and for whole profiles only. */
function forwarded(calls: readonly SeenCall[], allow: ProxyAllowance, asked: string[]): (ReadCall | undefined)[] {
  const read = calls.map(({ url, init }) => readByHand(init.method ?? "", url, init.headers));
  const isLookUp = (call: ReadCall | undefined) =>
    call?.operation === "cards.get" &&
    !asked.includes("cards.get") &&
    allow.profiles.some(({ id, cards: of }) => id === call.profile && of === "all");
  return read.filter((call) => !isLookUp(call));
}

it("what passes the proxy is what the grant names, whatever is sent: 10,000 random requests in `pnpm bench proofs`", async () => {
  await fc.assert(
    fc.asyncProperty(anyGrant, anyRequest, async (allow, { shape, profile, card, disguise, at, ...sent }) => {
      const { proxy, upstream, errors, asked } = proxyOf(allow);
      const [usualMethod, template] = shape;
      const plain = template.replace("P", String(profile)).replace("C", card);
      const path = disguise(plain, 1 + Math.floor(at * (plain.length - 1)));
      const method = sent.method ?? usualMethod;
      const body = ["GET", "HEAD", "get"].includes(method) ? null : sent.body;
      const headers = Object.fromEntries(Object.entries(sent.headers).filter(([, value]) => value !== undefined));
      const response = await proxy(new Request(`${site}${path}?${sent.query}`, { method, body, headers }));

      expect(errors).toEqual([]);
      for (const { url, init } of upstream.calls) {
        const { origin, searchParams } = new URL(url);
        expect(origin).toMatch(/^https:\/\/(api|twcard)\.wise-sandbox\.com$/);
        expect(init.headers.authorization).toBe("Bearer of-the-user");
        expect(Object.keys(init.headers)).not.toContain("cookie");
        expect(["pageSize", "pageNumber"]).toEqual(expect.arrayContaining([...searchParams.keys()]));
        if (init.body) expect(fieldsByHand).toEqual(expect.arrayContaining(Object.keys(JSON.parse(String(init.body)))));
      }
      const passed = forwarded(upstream.calls, allow, asked);
      expect(passed.length).toBeLessThanOrEqual(1);
      for (const call of passed) {
        expect(call, upstream.calls.map(({ url }) => url).join()).toBeDefined();
        if (call) expect({ call, passes: mayPass(call, allow, owners) }).toEqual({ call, passes: true });
      }
      if (passed.length === 0) expect(response.status).toBeGreaterThanOrEqual(400);
      expect((await response.text()).includes("fromWise")).toBe(passed.length === 1);
    }),
    { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
  );
});

it("what the grant names passes the proxy, and nothing else that is sent as it should be", async () => {
  await fc.assert(
    fc.asyncProperty(anyGrant, anyRequest, async (allow, { shape: [method, template, operation], profile, card }) => {
      const { proxy } = proxyOf(allow);
      const path = template.replace("P", String(profile)).replace("C", card);
      const body = bodies[operation] ?? null;
      const headers: Record<string, string> = { "sec-fetch-site": "same-origin", "one-time-token": "ott" };
      if (body !== null) headers["content-type"] = "application/json";
      if (operation === "cardData.details") headers["x-tw-twcard-card-token"] = card;
      const response = await proxy(new Request(site + path, { method, body, headers }));
      const call = readByHand(method, site + path, headers);
      const passes = call !== undefined && mayPass(call, allow, owners);
      expect({ call, status: response.status === 403 ? "refused" : "passed" }).toEqual({
        call: expect.objectContaining({ operation }),
        status: passes ? "passed" : "refused",
      });
    }),
    { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
  );
});
