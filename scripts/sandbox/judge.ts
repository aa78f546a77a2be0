import { isApiError } from "@wisekit/client";
import type { Assumption } from "./assumptions.ts";
import { inWords, type Look, type Seen } from "./look.ts";

/** What a look says of an assumption. */
export interface Verdict extends Assumption {
  readonly verdict: "held" | "did not hold" | "not seen";
  /** What was seen instead. */
  readonly seen?: string;
}

/** Nothing: it held. Text: it did not, and why. `undefined` of a probe: it could not be seen. */
type Probe = (look: Look) => { readonly wrong?: string } | undefined;

const held = {};

/** What can be seen of assumptions, by the end of the place that says them. */
const PROBES: Readonly<Record<string, Probe>> = {
  "~1v3~1spend~1profiles~1{profileId}~1cards/get": ({ beyondLastPage }) =>
    beyondLastPage.value?.cards.length === 0
      ? held
      : { wrong: `a page beyond the last one: ${inWords(beyondLastPage)}` },
  "responses/CardNotFound": ({ missingCard }) => failsWith(missingCard, 404, ({ entries }) => entries.length > 0),
  "schemas/ErrorCode": ({ missingCard }) => failsWith(missingCard, 404, ({ code }) => code === "card.not.found"),
  "responses/Forbidden": ({ foreignProfile }) => failsWith(foreignProfile, 403, ({ message }) => message !== undefined),
  "headers/WwwAuthenticate": ({ unknownToken: { error } }) => {
    if (!isApiError(error) || error.status !== 401) return undefined;
    return error.headers["www-authenticate"] === undefined ? { wrong: "a 401 without the header" } : held;
  },
  "EncryptionKey/properties/key": ({ encryptionKey, reveal }) =>
    encryptionKey.value === undefined ? undefined : reveal.value ? held : undefined,
  "schemas/SealedResponse": ({ reveal }) => revealed(reveal),
  "schemas/CardDetails": ({ reveal }) => revealed(reveal),
  "schemas/Card": ({ cards, violations }) =>
    cards.value?.cards.length ? noneOf(violations, (text) => /^cards\.(list|get):/.test(text)) : undefined,
  "Card/properties/bankIdentificationNumber": ({ cards }) => {
    const numbers = (cards.value?.cards ?? []).flatMap(({ bankIdentificationNumber: bin }) => bin ?? []);
    if (numbers.length === 0) return undefined;
    return numbers.every((bin) => /^(\d{6}|\d{8})$/.test(bin)) ? held : { wrong: "a BIN of neither 6 nor 8 digits" };
  },
};

/** Holds every assumption against what was seen. */
export function judge(assumptions: readonly Assumption[], look: Look): Verdict[] {
  return assumptions.map((assumption) => {
    const place = Object.keys(PROBES).find((end) => assumption.at.endsWith(`/${end}`));
    const found = place === undefined ? undefined : PROBES[place]?.(look);
    if (!found) return { ...assumption, verdict: "not seen" };
    return found.wrong === undefined
      ? { ...assumption, verdict: "held" }
      : { ...assumption, verdict: "did not hold", seen: found.wrong };
  });
}

/** The places whose assumptions can be seen. */
export const probedPlaces: readonly string[] = Object.keys(PROBES);

function failsWith(
  seen: Seen<unknown>,
  status: number,
  holds: (problem: { code: string | undefined; message: string | undefined; entries: readonly unknown[] }) => boolean,
): { readonly wrong?: string } {
  const { error } = seen;
  return isApiError(error) && error.status === status && holds(error.problem) ? held : { wrong: inWords(seen) };
}

function revealed(reveal: Seen<true>): { readonly wrong?: string } | undefined {
  if (reveal.value) return held;
  // A challenge, or a card in a status without data, says nothing of the response.
  return isApiError(reveal.error) ? undefined : { wrong: inWords(reveal) };
}

function noneOf(texts: readonly string[], isWrong: (text: string) => boolean): { readonly wrong?: string } {
  const wrong = texts.find(isWrong);
  return wrong === undefined ? held : { wrong };
}
