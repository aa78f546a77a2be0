import { ApiError, apiError, forbiddenError } from "./api-error.ts";
import type { MockContext } from "./context.ts";
import {
  type OneTimeToken,
  type OneTimeTokenView,
  type OtpChannel,
  type ScaFactor,
  viewOneTimeToken,
} from "./one-time-token.ts";
import type { MockProfile } from "./profile.ts";
import { sweepExpired, type UserScaState } from "./state.ts";

/** What strong customer authentication says of a call. */
export type ScaDecision = { readonly kind: "not-needed" } | { readonly kind: "spends"; readonly token: OneTimeToken };

/** A call that may need strong customer authentication. */
export interface ScaCall {
  readonly profile: MockProfile;
  readonly operation: string;
  /** Empty if it is about no card. */
  readonly cardToken: string;
  /** The one-time token that it carries. */
  readonly offered: string | undefined;
}

/**
 * Lets a call pass, or challenges it. A token that clears the call is returned and not yet taken.
 * @throws ApiError 403 with a new one-time token, or 429 while no tokens are made for the user.
 */
export function decideSca(context: MockContext, { offered, ...call }: ScaCall): ScaDecision {
  const { profile, operation, cardToken } = call;
  if (!context.settings.sca || profile.sca === "off") return { kind: "not-needed" };
  const token = offered === undefined ? undefined : findToken(context, offered);
  if (token?.open.length === 0 && token.operation === operation && token.cardToken === cardToken)
    return { kind: "spends", token };
  if (profile.sca === "low-risk" && isWithinLowRiskWindow(context, profile.userId)) return { kind: "not-needed" };
  throw challenge(context, call);
}

/** Takes the token that clears a call, so that no other call passes with it. */
export function takeToken(context: MockContext, token: OneTimeToken): void {
  context.state.oneTimeTokens.delete(token.token);
}

/** Gives the token of a call back that did not succeed. */
export function putTokenBack(context: MockContext, token: OneTimeToken): void {
  context.state.oneTimeTokens.set(token.token, token);
}

/** A token and what is left to do for it. @throws ApiError 404 if it is unknown, expired or spent. */
export function viewToken(context: MockContext, value: string): OneTimeTokenView {
  return viewOneTimeToken(knownToken(context, value), context.clock.nowMs());
}

/** Sends a one-time password. @throws ApiError 404 as `viewToken`. */
export function sendOtp(context: MockContext, value: string, channel: OtpChannel): { obfuscatedPhoneNo: string } {
  const token = knownToken(context, value);
  if (!token.sentOver.includes(channel)) token.sentOver.push(channel);
  const { phoneNumber } = token;
  return { obfuscatedPhoneNo: "*".repeat(Math.max(0, phoneNumber.length - 4)) + phoneNumber.slice(-4) };
}

/**
 * Passes the challenge with a one-time password, which must have been sent by that channel. @throws ApiError 400 if the password is wrong or the user has been wrong too often, 404 as `viewToken`.
 */
export function verifyOtp(context: MockContext, value: string, channel: OtpChannel, otpCode: string): OneTimeTokenView {
  const token = knownToken(context, value);
  if (!token.open.includes("ONE_TIME_PASSWORD")) return viewOneTimeToken(token, context.clock.nowMs());
  const scaState = scaStateOf(context, token.userId);
  if (isBlocked(context, scaState)) throw attemptsExceeded();
  if (otpCode !== context.rules.sandboxOtpCode || !token.sentOver.includes(channel))
    throw failure(context, scaState, channel);
  scaState.failuresInARow = 0;
  passFactor(context, token, "ONE_TIME_PASSWORD");
  return viewOneTimeToken(token, context.clock.nowMs());
}

/** Passes a challenge outside of the API. @throws TypeError if there is no such token, or no such challenge is open */
export function passChallenge(context: MockContext, value: string, factor: ScaFactor): void {
  const token = findToken(context, value);
  if (!token) throw new TypeError("simulate.passChallenge(): unknown one-time token");
  if (!token.open.includes(factor)) {
    throw new TypeError(`simulate.passChallenge(): the token has no open challenge ${factor}`);
  }
  passFactor(context, token, factor);
}

function passFactor(context: MockContext, token: OneTimeToken, factor: ScaFactor): void {
  token.open = token.open.filter((entry) => entry !== factor);
  if (token.open.length === 0) scaStateOf(context, token.userId).lastPassedAtMs = context.clock.nowMs();
}

function failure(context: MockContext, scaState: UserScaState, channel: OtpChannel): ApiError {
  scaState.failuresInARow++;
  if (scaState.failuresInARow < context.rules.scaFailuresUntilBlock) {
    return apiError(400, "sca.otp.incorrect", `This is not the password that was sent by ${channel}`, {
      path: "otpCode",
    });
  }
  scaState.failuresInARow = 0;
  scaState.blockedUntilMs = context.clock.nowMs() + context.rules.scaBlockSeconds * 1000;
  return attemptsExceeded();
}

function attemptsExceeded(): ApiError {
  return apiError(400, "sca.attempts.exceeded", "Too many wrong passwords; try again later", { path: "otpCode" });
}

function challenge(context: MockContext, { profile, cardToken, operation }: Omit<ScaCall, "offered">): ApiError {
  const scaState = scaStateOf(context, profile.userId);
  if (isBlocked(context, scaState)) {
    const retryAfterSeconds = Math.ceil((scaState.blockedUntilMs - context.clock.nowMs()) / 1000);
    return new ApiError("Too many failed challenges", { kind: "rate-limited", status: 429, retryAfterSeconds });
  }
  const token: OneTimeToken = {
    token: context.random.identifiers.uuid(),
    userId: profile.userId,
    phoneNumber: profile.phoneNumber,
    operation,
    cardToken,
    expiresAtMs: context.clock.nowMs() + context.rules.oneTimeTokenValiditySeconds * 1000,
    sentOver: [],
    open: profile.scaFactors === 2 ? ["ONE_TIME_PASSWORD", "PIN"] : ["ONE_TIME_PASSWORD"],
  };
  context.state.oneTimeTokens.set(token.token, token);
  sweepExpired(context.state.oneTimeTokens, context.clock.nowMs(), { kept: 0 });
  return forbiddenError("This call needs strong customer authentication", {
    [context.facts.challengeHeader]: context.facts.challengeValue,
    [context.facts.oneTimeTokenHeader]: token.token,
  });
}

function findToken(context: MockContext, value: string): OneTimeToken | undefined {
  const token = context.state.oneTimeTokens.get(value);
  if (!token || token.expiresAtMs > context.clock.nowMs()) return token;
  context.state.oneTimeTokens.delete(value);
  return undefined;
}

function knownToken(context: MockContext, value: string): OneTimeToken {
  const token = findToken(context, value);
  if (token) return token;
  throw apiError(404, "one.time.token.not.found", "There is no such one-time token, or it has expired or been spent", {
    path: "One-Time-Token",
  });
}

function scaStateOf(context: MockContext, userId: number): UserScaState {
  let scaState = context.state.scaStates.get(userId);
  if (!scaState) {
    scaState = { failuresInARow: 0, blockedUntilMs: 0, lastPassedAtMs: 0 };
    context.state.scaStates.set(userId, scaState);
  }
  return scaState;
}

function isBlocked(context: MockContext, scaState: UserScaState): boolean {
  return scaState.blockedUntilMs > context.clock.nowMs();
}

function isWithinLowRiskWindow(context: MockContext, userId: number): boolean {
  const { lastPassedAtMs } = scaStateOf(context, userId);
  return lastPassedAtMs > 0 && context.clock.nowMs() - lastPassedAtMs < context.rules.lowRiskWindowSeconds * 1000;
}
