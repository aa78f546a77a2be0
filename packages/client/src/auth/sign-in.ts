import { authorizationPages, type Environment } from "../generated/hosts.gen.ts";
import { assertOptions } from "../options/assert-options.ts";
import { assertText } from "./assert-text.ts";
import type { SignInStates } from "./sign-in-states.ts";

/** What `authorizationUrl` takes. Exactly one of `environment` and `page` must be given. */
export interface AuthorizationUrlOptions {
  /** The partner's client id. */
  readonly clientId: string;
  /** Where Wise sends the user back to: an address of yours that Wise knows. */
  readonly redirectUri: string;
  /** Which browser session it is, by the session id of your own cookie. Only this browser can finish the sign-in. */
  readonly session: string;
  /** Where the state is kept until the user comes back, such as `createMemoryStates()`. */
  readonly states: SignInStates;
  /**
   * The environment whose page it is.
   * @default none: then `page` must be given
   */
  readonly environment?: Environment | undefined;
  /**
   * The address of the page, such as a mock's.
   * @default none: then `environment` must be given
   */
  readonly page?: string | undefined;
}

/** What `readAuthorization` takes. */
export interface ReadAuthorizationOptions {
  /** Which browser session it is: that of the request in which the user came back. */
  readonly session: string;
  /** Where `authorizationUrl` kept the state. */
  readonly states: SignInStates;
}

/** What Wise sent back with the user. */
export interface Authorization {
  /** For `authorizationCode({ code, … })`. It works once. */
  readonly code: string;
  /** The profile that the user chose, if Wise says so. */
  readonly profileId: number | undefined;
}

/** A user came back from Wise, and no sign-in can be made of it. */
export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly code = "ERR_SIGN_IN";
  /**
   * - `state`: it was not begun by this browser session, was finished already, or took too long. Begin again.
   * - `denied`: the user did not agree, or Wise did not.
   * - `incomplete`: there is no code.
   */
  readonly reason: "state" | "denied" | "incomplete";

  constructor(reason: SignInError["reason"], what: string) {
    super(`readAuthorization(): ${what}`);
    this.reason = reason;
  }
}

/**
 * The address of the page where a user lets you act for them (RFC 6749, section 4.1.1). A new `state` is part of it, which
 * belongs to the user's browser session and works once (RFC 6819, section 5.3.5). Redirect the browser to it.
 *
 * @throws {TypeError} for an unknown or invalid option, or what `states` throws.
 */
export async function authorizationUrl(options: AuthorizationUrlOptions): Promise<string> {
  const where = "authorizationUrl()";
  assertOptions(where, options, ["clientId", "redirectUri", "session", "states", "environment", "page"]);
  const { clientId, redirectUri, session, states } = options;
  assertText(where, "clientId", clientId);
  assertText(where, "redirectUri", redirectUri);
  assertText(where, "session", session);
  assertStates(where, states);
  const url = new URL(pageOf(where, options));
  const state = newState();
  const parameters = { client_id: clientId, redirect_uri: redirectUri, state };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  await states.set(state, session);
  return url.href;
}

/**
 * Reads what Wise sent back with the user: the address of the request, a path with its query will do. Whatever it is, its
 * state is used up.
 *
 * @throws {SignInError} if this browser session did not begin the sign-in, or the user did not agree.
 * @throws {TypeError} for an unknown or invalid option, or what `states` throws.
 */
export async function readAuthorization(url: string | URL, options: ReadAuthorizationOptions): Promise<Authorization> {
  const where = "readAuthorization()";
  assertOptions(where, options, ["session", "states"]);
  const { session, states } = options;
  assertText(where, "session", session);
  assertStates(where, states);
  const { searchParams } = new URL(url, "https://app.invalid");
  const single = (name: string): string | undefined => {
    const values = searchParams.getAll(name);
    return values.length === 1 ? values[0] || undefined : undefined;
  };
  const state = single("state");
  const owner = state === undefined ? undefined : await states.take(state);
  if (owner !== session)
    throw new SignInError("state", "this browser session did not begin the sign-in, or it is over");
  if (searchParams.has("error")) throw new SignInError("denied", "Wise sent the user back with an error");
  const code = single("code");
  if (code === undefined) throw new SignInError("incomplete", "Wise sent the user back without a code");
  const profileId = Number(single("profileId"));
  return { code, profileId: Number.isSafeInteger(profileId) ? profileId : undefined };
}

function assertStates(where: string, states: SignInStates): void {
  if (typeof states?.set === "function" && typeof states.take === "function") return;
  throw new TypeError(`${where}: states must have set() and take()`);
}

/** 192 random bits, of characters that every server leaves as they are. */
function newState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function pageOf(where: string, { environment, page }: AuthorizationUrlOptions): string {
  if ((environment === undefined) === (page === undefined)) {
    throw new TypeError(`${where}: either environment or page is required, and not both`);
  }
  const address =
    page ??
    (Object.hasOwn(authorizationPages, environment as string)
      ? authorizationPages[environment as Environment]
      : undefined);
  if (address === undefined) {
    const known = Object.keys(authorizationPages).join(", ");
    throw new TypeError(`${where}: unknown environment "${environment}"; environments are ${known}`);
  }
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw new TypeError(`${where}: page must be an http(s) address`);
  return address;
}
