import { startMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";

const query = "client_id=partner&redirect_uri=https%3A%2F%2Fapp.example%2Fback%3Fa%3D1&state=xyz";

describe("the mock's authorisation page", () => {
  it.each(["/oauth/authorize", "/oauth/authorize/"])("at %s sends the user back at once", async (path) => {
    await using mock = await startMock();
    const response = await fetch(`${mock.url}${path}?${query}`, { redirect: "manual" });
    const back = new URL(response.headers.get("location") ?? "");
    expect([response.status, back.origin, back.pathname]).toEqual([302, "https://app.example", "/back"]);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      a: "1",
      code: expect.stringMatching(/^[0-9a-f-]{36}$/),
      profileId: "123456",
      state: "xyz",
    });
    expect(mock.requests.list()).toHaveLength(0);
  });

  it("gives a code that oauth.token takes once", async () => {
    await using mock = await startMock();
    const { headers } = await fetch(`${mock.url}/oauth/authorize?${query}`, { redirect: "manual" });
    const code = new URL(headers.get("location") ?? "").searchParams.get("code") ?? "";
    const ask = () =>
      fetch(`${mock.url}/oauth/token`, {
        method: "POST",
        headers: { authorization: `Basic ${btoa("partner:secret")}` },
        body: new URLSearchParams({
          grant_type: "authorization_code",
          client_id: "partner",
          code,
          redirect_uri: "https://app.example/back?a=1",
        }),
      });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 401]);
  });

  it("wants to know client and address", async () => {
    await using mock = await startMock();
    const response = await fetch(`${mock.url}/oauth/authorize?client_id=partner&redirect_uri=back`);
    expect([response.status, await response.text()]).toEqual([400, "client_id and redirect_uri are required"]);
  });
});
