import {
  type AuthorizationUrlOptions,
  authorizationUrl,
  createMemoryStates,
  readAuthorization,
  type SignInError,
} from "@wisekit/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";

const redirectUri = "https://app.example/back";

afterEach(() => void vi.unstubAllGlobals());

function setUp(options: Partial<AuthorizationUrlOptions> = {}) {
  const clock = createManualClock();
  const states = createMemoryStates({ clock });
  const begin = async (session: string) => {
    const url = await authorizationUrl({
      environment: "sandbox",
      clientId: "partner",
      redirectUri,
      session,
      states,
      ...options,
    });
    return new URL(url);
  };
  /** What Wise sends the user back with. */
  const back = (url: URL, fields: Record<string, string> = { code: "code-ann", profileId: "123456" }) => {
    const query = new URLSearchParams({ ...fields, state: url.searchParams.get("state") ?? "" });
    return `/back?${query}`;
  };
  const finish = (url: string, session: string) => readAuthorization(url, { session, states });
  const reasonOf = (url: string, session: string) =>
    finish(url, session).then(
      () => "signed in",
      (error: SignInError) => error.reason,
    );
  return { clock, states, begin, back, finish, reasonOf };
}

describe("authorizationUrl()", () => {
  it.each([
    ["sandbox", "https://wise-sandbox.com/oauth/authorize/"],
    ["production", "https://wise.com/oauth/authorize/"],
  ] as const)("leads to the page of the environment %s", async (environment, page) => {
    const url = await setUp({ environment }).begin("session-1");
    expect(url.origin + url.pathname).toBe(page);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "partner",
      redirect_uri: redirectUri,
      state: expect.stringMatching(/^[0-9a-f]{48}$/),
    });
  });

  it("leads to a page of one's own, such as a mock's", async () => {
    const url = await setUp({ environment: undefined, page: "http://127.0.0.1:4010/oauth/authorize" }).begin("s");
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:4010\/oauth\/authorize\?client_id=partner&/);
  });

  it("has another state each time", async () => {
    const { begin } = setUp();
    const urls = await Promise.all(Array.from({ length: 100 }, () => begin("session-1")));
    expect(new Set(urls.map((url) => url.searchParams.get("state"))).size).toBe(100);
  });

  it.each<[Partial<AuthorizationUrlOptions>, string]>([
    [{ clientId: "" }, "clientId must be a non-empty string"],
    [{ redirectUri: undefined as never }, "redirectUri must be a non-empty string"],
    [{ states: undefined as never }, "states must have set() and take()"],
    [{ session: "" }, "session must be a non-empty string"],
    [{ environment: undefined }, "either environment or page is required, and not both"],
    [{ page: "https://wise.example" }, "either environment or page is required, and not both"],
    [{ environment: "toString" as never }, 'unknown environment "toString"; environments are production, sandbox'],
    [{ environment: undefined, page: "javascript:alert(1)" }, "page must be an http(s) address"],
    [{ sesion: "x" } as never, 'unknown option "sesion"; options are clientId, redirectUri, session, states'],
  ])("cannot be given %j", async (options, message) => {
    const error = await setUp(options)
      .begin("session-1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(`authorizationUrl(): ${message}`);
  });
});

describe("readAuthorization()", () => {
  it("gives the code and the profile that Wise sent back", async () => {
    const { begin, back, finish } = setUp();
    const url = await begin("session-1");
    expect(await finish(back(url), "session-1")).toEqual({ code: "code-ann", profileId: 123456 });
    const again = await begin("session-1");
    const whole = `https://app.example${back(again, { code: "code-ann" })}`;
    expect(await finish(whole, "session-1")).toEqual({ code: "code-ann", profileId: undefined });
  });

  it("takes each state once, so that a link that is opened again signs nobody in", async () => {
    const { begin, back, reasonOf } = setUp();
    const url = back(await begin("session-1"));
    expect(await reasonOf(url, "session-1")).toBe("signed in");
    expect(await reasonOf(url, "session-1")).toBe("state");
  });

  it("takes a state of the same browser session only, and uses it up even when another one tries", async () => {
    const { begin, back, reasonOf } = setUp();
    const url = back(await begin("session-of-the-attacker"));
    expect(await reasonOf(url, "session-of-the-victim")).toBe("state");
    expect(await reasonOf(url, "session-of-the-attacker")).toBe("state");
  });

  it("keeps the sign-ins of several tabs and browsers apart", async () => {
    const { begin, back, reasonOf } = setUp();
    const [first, second, other] = [await begin("ann"), await begin("ann"), await begin("bob")];
    expect(await Promise.all([reasonOf(back(other), "bob"), reasonOf(back(second), "ann")])).toEqual([
      "signed in",
      "signed in",
    ]);
    expect(await reasonOf(back(first), "ann")).toBe("signed in");
  });

  it.each(["/back", "/back?code=c", "/back?code=c&state=", "/back?code=c&state=made-up"])(
    "takes no address without a state that it made: %s",
    async (url) => {
      expect(await setUp().reasonOf(url, "session-1")).toBe("state");
    },
  );

  it("takes no state that is there twice", async () => {
    const { begin, back, reasonOf } = setUp();
    const url = back(await begin("session-1"));
    expect(await reasonOf(`${url}&state=x`, "session-1")).toBe("state");
  });

  it("tells that the user did not agree, and that the code is missing", async () => {
    const { begin, back, reasonOf } = setUp();
    expect(await reasonOf(back(await begin("s"), { error: "access_denied" }), "s")).toBe("denied");
    expect(await reasonOf(back(await begin("s"), {}), "s")).toBe("incomplete");
    expect(await reasonOf(back(await begin("s"), { code: "" }), "s")).toBe("incomplete");
  });

  it("says nothing of what came in the address", async () => {
    const { begin, back, finish } = setUp();
    const url = back(await begin("s"), { error: "secret-1", error_description: "secret-2" });
    const error = await finish(url, "s").catch((thrown: unknown) => thrown);
    expect(String(error)).toBe("SignInError: readAuthorization(): Wise sent the user back with an error");
    expect(error).toMatchObject({ code: "ERR_SIGN_IN" });
  });

  it("needs a session", async () => {
    await expect(setUp().finish("/back?state=x", "")).rejects.toThrow("session must be a non-empty string");
  });
});

describe("createMemoryStates()", () => {
  it("forgets a state after ten minutes", async () => {
    const { clock, begin, back, reasonOf } = setUp();
    const inTime = back(await begin("s"));
    await clock.advance(599_999);
    expect(await reasonOf(inTime, "s")).toBe("signed in");
    const late = back(await begin("s"));
    await clock.advance(600_000);
    expect(await reasonOf(late, "s")).toBe("state");
  });

  it("holds so many states only, and forgets the oldest", async () => {
    const states = createMemoryStates({ maxStates: 2 });
    for (const state of ["a", "b", "c"]) await states.set(state, "session");
    expect([await states.take("a"), await states.take("b"), await states.take("c")]).toEqual([
      undefined,
      "session",
      "session",
    ]);
  });

  it.each([{ maxAgeMs: 0 }, { maxAgeMs: Number.NaN }, { maxStates: 0 }, { maxStates: 1.5 }])(
    "cannot be made with %j",
    (options) => {
      expect(() => createMemoryStates(options)).toThrow(TypeError);
    },
  );

  it("cannot be made in a worker", () => {
    vi.stubGlobal("WebSocketPair", class {});
    expect(() => createMemoryStates()).toThrow("createMemoryStates(): workers need states outside of memory");
  });
});
