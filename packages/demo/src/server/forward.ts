import type { IncomingMessage } from "node:http";
import { type Answer, jsonAnswer } from "./answer.ts";
import { findRoute, type RouteName } from "./find-route.ts";

/** Whom to call, in whose name, and what of it the page may do. */
export interface ForwardOptions {
  /** Address of Wise, or of a mock of it. */
  readonly wiseUrl: string;
  /** The user's access token. It is added here and never sent to the page. */
  readonly accessToken: string;
  /** Only paths of these profiles are forwarded. */
  readonly profileIds: readonly number[];
}

/** What the page needs, and nothing else. */
const allowed: ReadonlySet<RouteName> = new Set<RouteName>([
  "cards.list",
  "cards.get",
  "cards.updateStatus",
  "cards.resetPinCount",
  "permissions.list",
  "permissions.updateMany",
  "spendingLimits.list",
  "spendingLimits.set",
  "spendingLimits.remove",
  "spendingLimits.listForProfile",
  "cardData.encryptionKey",
  "cardData.details",
  "cardData.pin",
  "sca.status",
  "sca.triggerSms",
  "sca.verifySms",
  "sca.triggerWhatsapp",
  "sca.verifyWhatsapp",
  "sca.triggerVoice",
  "sca.verifyVoice",
]);

const plainRequestHeaders = ["accept", "content-type"];
const answerHeaders = [
  "content-type",
  "retry-after",
  "x-2fa-approval",
  "x-2fa-approval-result",
  "x-external-correlation-id",
  "x-trace-id",
];
const largestBodyBytes = 16_384;

/** What was done with a request: the operation for the log, and the answer for the page. */
export interface Forwarded {
  readonly operation: RouteName | undefined;
  readonly answer: Answer;
}

/**
 * Forwards one request of the page. Bodies go through as bytes: what is sealed in them is for the holder's browser,
 * and nothing here could open it.
 */
export async function forward(request: IncomingMessage, url: URL, options: ForwardOptions): Promise<Forwarded> {
  const route = findRoute(request.method ?? "", url.pathname);
  if (!route || !allowed.has(route.name))
    return { operation: route?.name, answer: refusal(404, "There is nothing here") };
  const operation = route.name;
  const { profileId } = route.parameters;
  if (profileId !== undefined && !options.profileIds.includes(Number(profileId))) {
    return { operation, answer: refusal(403, "This profile is not yours") };
  }
  const body = await readBody(request);
  if (!body) return { operation, answer: refusal(413, "The request is too large") };
  const headers = new Headers({ authorization: `Bearer ${options.accessToken}` });
  for (const name of [...plainRequestHeaders, ...route.headers]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return {
    operation,
    answer: await ask(`${options.wiseUrl}${url.pathname}${url.search}`, request.method, headers, body),
  };
}

async function ask(url: string, method: string | undefined, headers: Headers, body: Buffer): Promise<Answer> {
  const init = { method: method ?? "GET", headers, redirect: "manual" as const, signal: AbortSignal.timeout(30_000) };
  const response = await fetch(url, body.length > 0 ? { ...init, body: new Uint8Array(body) } : init).catch(
    () => undefined,
  );
  if (!response) return jsonAnswer(503, { message: "Wise does not answer" });
  const kept = answerHeaders.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    status: response.status,
    headers: Object.fromEntries(kept),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** In the shape that the contract gives a refusal, so that the page's client understands it. */
function refusal(status: number, message: string): Answer {
  return status === 403 || status === 404
    ? jsonAnswer(status, { status, message })
    : jsonAnswer(status, { errors: [] });
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
