import type { MockCard } from "./card.ts";
import { type OneTimeToken, type OneTimeTokenView, type OtpChannel, viewOneTimeToken } from "./one-time-token.ts";
import type { MockProfile } from "./profile.ts";
import { forbid, Refusal, refuse } from "./refusal.ts";
import { findProfile, type World } from "./world.ts";

/** How a user stands with strong customer authentication. */
export interface ScaStanding {
  failuresInARow: number;
  /** 0 if not blocked. */
  blockedUntilMs: number;
  /** 0 if never. */
  lastPassedAtMs: number;
}

/** What strong customer authentication says of a call. */
export type Clearance = { readonly kind: "not-needed" } | { readonly kind: "spends"; readonly token: OneTimeToken };

/**
 * Lets a call pass, or challenges it. A token that clears the call is named in the answer and not yet spent.
 * @throws Refusal 403 with a new one-time token, or 429 while no tokens are made for the user.
 */
export function clearSca(world: World, card: MockCard, operation: string, offered: string | undefined): Clearance {
  const profile = findProfile(world, card.profileId);
  if (!world.settings.sca || profile.sca === "off") return { kind: "not-needed" };
  const token = offered === undefined ? undefined : findToken(world, offered);
  if (token?.passed && token.operation === operation && token.cardToken === card.token)
    return { kind: "spends", token };
  if (profile.sca === "low-risk" && isWithinLowRiskWindow(world, profile.userId)) return { kind: "not-needed" };
  throw challenge(world, profile, card, operation);
}

/** Uses a token up. */
export function spendToken(world: World, token: OneTimeToken): void {
  world.state.oneTimeTokens.delete(token.token);
}

/** A token and what is left to do for it. @throws Refusal 404 if it is unknown, expired or spent. */
export function viewToken(world: World, value: string): OneTimeTokenView {
  return viewOneTimeToken(knownToken(world, value), world.clock.nowMs());
}

/** Sends a one-time password. @throws Refusal 404 as `viewToken`. */
export function sendOtp(world: World, value: string, channel: OtpChannel): { obfuscatedPhoneNo: string } {
  const token = knownToken(world, value);
  if (!token.sentOver.includes(channel)) token.sentOver.push(channel);
  const { phoneNumber } = token;
  return { obfuscatedPhoneNo: "*".repeat(Math.max(0, phoneNumber.length - 4)) + phoneNumber.slice(-4) };
}

/**
 * Passes the challenge with a one-time password. A text message goes out with the token itself; the other channels must
 * be triggered first. @throws Refusal 400 if the password is wrong or the user has been wrong too often, 404 as `viewToken`.
 */
export function verifyOtp(world: World, value: string, channel: OtpChannel, otpCode: string): OneTimeTokenView {
  const token = knownToken(world, value);
  if (token.passed) return viewOneTimeToken(token, world.clock.nowMs());
  const standing = standingOf(world, token.userId);
  if (isBlocked(world, standing)) throw attemptsExceeded();
  if (otpCode !== world.rules.sandboxOtpCode || !token.sentOver.includes(channel))
    throw failure(world, standing, channel);
  standing.failuresInARow = 0;
  standing.lastPassedAtMs = world.clock.nowMs();
  token.passed = true;
  return viewOneTimeToken(token, world.clock.nowMs());
}

function failure(world: World, standing: ScaStanding, channel: OtpChannel): Refusal {
  standing.failuresInARow++;
  if (standing.failuresInARow < world.rules.scaFailuresUntilBlock) {
    return refuse(400, "sca.otp.incorrect", `This is not the password that was sent by ${channel}`, {
      path: "otpCode",
    });
  }
  standing.failuresInARow = 0;
  standing.blockedUntilMs = world.clock.nowMs() + world.rules.scaBlockSeconds * 1000;
  return attemptsExceeded();
}

function attemptsExceeded(): Refusal {
  return refuse(400, "sca.attempts.exceeded", "Too many wrong passwords; try again later", { path: "otpCode" });
}

function challenge(world: World, profile: MockProfile, card: MockCard, operation: string): Refusal {
  const standing = standingOf(world, profile.userId);
  if (isBlocked(world, standing)) {
    const retryAfterSeconds = Math.ceil((standing.blockedUntilMs - world.clock.nowMs()) / 1000);
    return new Refusal("Too many failed challenges", { shape: "limited", status: 429, retryAfterSeconds });
  }
  const token: OneTimeToken = {
    token: world.random.identifiers.uuid(),
    userId: profile.userId,
    phoneNumber: profile.phoneNumber,
    operation,
    cardToken: card.token,
    expiresAtMs: world.clock.nowMs() + world.rules.oneTimeTokenValiditySeconds * 1000,
    sentOver: ["SMS"],
    passed: false,
  };
  world.state.oneTimeTokens.set(token.token, token);
  return forbid("This call needs strong customer authentication", {
    "x-2fa-approval-result": "REJECTED",
    "x-2fa-approval": token.token,
  });
}

function findToken(world: World, value: string): OneTimeToken | undefined {
  const token = world.state.oneTimeTokens.get(value);
  if (!token || token.expiresAtMs > world.clock.nowMs()) return token;
  world.state.oneTimeTokens.delete(value);
  return undefined;
}

function knownToken(world: World, value: string): OneTimeToken {
  const token = findToken(world, value);
  if (token) return token;
  throw refuse(404, "one.time.token.not.found", "There is no such one-time token, or it has expired or been spent", {
    path: "One-Time-Token",
  });
}

function standingOf(world: World, userId: number): ScaStanding {
  let standing = world.state.scaStandings.get(userId);
  if (!standing) {
    standing = { failuresInARow: 0, blockedUntilMs: 0, lastPassedAtMs: 0 };
    world.state.scaStandings.set(userId, standing);
  }
  return standing;
}

function isBlocked(world: World, standing: ScaStanding): boolean {
  return standing.blockedUntilMs > world.clock.nowMs();
}

function isWithinLowRiskWindow(world: World, userId: number): boolean {
  const { lastPassedAtMs } = standingOf(world, userId);
  return lastPassedAtMs > 0 && world.clock.nowMs() - lastPassedAtMs < world.rules.lowRiskWindowSeconds * 1000;
}
