import { createMock, type LocalMock, type MockOptions } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { authKinds } from "./support/rules-contract.ts";

const basic = `Basic ${btoa("client:secret")}`;
const paths = ["/user", "/application", "/either", "/none", "/basic"];

async function tokenOf(mock: LocalMock, grant: string): Promise<string> {
  const headers = { authorization: basic, "content-type": "application/x-www-form-urlencoded" };
  const response = await mock.fetch("/oauth/token", { method: "POST", headers, body: `grant_type=${grant}` });
  return `Bearer ${((await response.json()) as { access_token: string }).access_token}`;
}

async function statuses(mock: LocalMock, authorization: string | undefined): Promise<number[]> {
  const headers = authorization === undefined ? {} : { authorization };
  const responses = await Promise.all(paths.map((path) => mock.fetch(path, { headers })));
  return responses.map(({ status }) => status);
}

const mockOf = (options: MockOptions = {}) => createMock({ contract: authKinds, ...options });

describe("the mock", () => {
  it("takes a user's token where the contract takes one", async () => {
    const mock = mockOf();
    expect(await statuses(mock, await tokenOf(mock, "registration_code"))).toEqual([200, 403, 200, 200, 401]);
  });

  it("takes an application's token where the contract takes one", async () => {
    const mock = mockOf();
    expect(await statuses(mock, await tokenOf(mock, "client_credentials"))).toEqual([403, 200, 200, 200, 401]);
  });

  it("takes a token that it has never seen for either", async () => {
    expect(await statuses(mockOf(), "Bearer any")).toEqual([200, 200, 200, 200, 401]);
  });

  it("takes basic credentials for basic operations only", async () => {
    expect(await statuses(mockOf(), basic)).toEqual([401, 401, 401, 200, 200]);
  });

  it("wants no credentials where the contract wants none", async () => {
    expect(await statuses(mockOf(), undefined)).toEqual([401, 401, 401, 200, 401]);
  });

  it("tells an expired token where one is wanted, and ignores it where none is", async () => {
    let now = 1_800_000_000_000;
    const mock = mockOf({ clock: () => now });
    const authorization = await tokenOf(mock, "registration_code");
    now += 43_200_000;
    expect(await statuses(mock, authorization)).toEqual([401, 401, 401, 200, 401]);
  });

  it("knows the tokens of its options by whose they are", async () => {
    const mock = mockOf({ tokens: { user: ["u"], application: ["a"] } });
    expect(await statuses(mock, "Bearer u")).toEqual([200, 403, 200, 200, 401]);
    expect(await statuses(mock, "Bearer a")).toEqual([403, 200, 200, 200, 401]);
    expect(await statuses(mock, "Bearer x")).toEqual([401, 401, 401, 200, 401]);
  });

  it("takes a plain list of tokens for those of users", async () => {
    expect(await statuses(mockOf({ tokens: ["u"] }), "Bearer u")).toEqual([200, 403, 200, 200, 401]);
  });

  it("takes a personal token where the contract takes one, and no other token there", async () => {
    const mock = mockOf({ tokens: { user: ["u"], personal: ["p"] } });
    const statusOf = async (path: string, token: string) =>
      (await mock.fetch(path, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await statusOf("/personal", "p"), await statusOf("/user", "p")]).toEqual([200, 403]);
    const rejected = await mock.fetch("/personal", { headers: { authorization: "Bearer u" } });
    expect(await rejected.json()).toMatchObject({ message: "This call needs a personal access token" });
  });

  it("keeps a personal token over a snapshot", async () => {
    const tokens = { personal: ["p"] };
    const before = mockOf({ tokens }).snapshot();
    const mock = mockOf({ tokens: [] });
    mock.restore(JSON.parse(JSON.stringify(before)));
    const response = await mock.fetch("/personal", { headers: { authorization: "Bearer p" } });
    expect(response.status).toBe(200);
  });

  it("names every kind of token that it would take", async () => {
    const mock = mockOf({ tokens: { personal: ["p"] } });
    const response = await mock.fetch("/either", { headers: { authorization: "Bearer p" } });
    expect(await response.json()).toMatchObject({
      message: "This call needs the access token of an application or the access token of a user",
    });
  });

  it("says whose token it wants", async () => {
    const mock = mockOf({ tokens: { application: ["a"] } });
    const response = await mock.fetch("/user", { headers: { authorization: "Bearer a" } });
    expect(await response.json()).toMatchObject({ message: "This call needs the access token of a user" });
  });
});
