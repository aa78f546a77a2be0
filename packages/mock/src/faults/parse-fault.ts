import { assertFault, type ConnectionFault, type Fault, type FaultRule } from "./fault.ts";

type Draft = { -readonly [Key in keyof FaultRule]: FaultRule[Key] };

const readers: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  status: (draft, value) => {
    draft.status = Number(value);
  },
  "retry-after": (draft, value) => {
    draft.retryAfter = Number(value);
  },
  latency: (draft, value) => {
    const [min, max] = value.split("-").map(Number);
    draft.latencyMs = max === undefined ? (min ?? Number.NaN) : { min: min ?? Number.NaN, max };
  },
  connection: (draft, value) => {
    draft.connection = value as ConnectionFault;
  },
  "expired-token": (draft) => {
    draft.expiredToken = true;
  },
  "content-type": (draft, value) => {
    draft.contentType = value;
  },
  "break-contract": (draft) => {
    draft.breakContract = true;
  },
  user: (draft, value) => {
    draft.userId = Number(value);
  },
  nth: (draft, value) => {
    draft.nth = Number(value);
  },
  sequence: (draft, value) => {
    draft.sequence = value.split(",").map((step) => (step === "ok" ? "ok" : Number(step)));
  },
  times: (draft, value) => {
    draft.times = Number(value);
  },
  probability: (draft, value) => {
    draft.probability = Number(value);
  },
  card: (draft, value) => {
    draft.cardToken = value;
  },
};

/**
 * Reads a rule in words, as on the command line: an operation and what happens to it, as in
 * `cards.list status=429 retry-after=2 times=1`. @throws TypeError for an unknown word
 */
export function parseFaultRule(text: string): FaultRule {
  const [operation = "", ...words] = text.trim().split(/\s+/);
  const draft: Draft = { operation };
  for (const word of words) {
    const { key, value } = splitWord(word);
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (!read) throw new TypeError(`unknown fault "${word}"; faults are ${Object.keys(readers).join(", ")}`);
    read(draft, value);
  }
  return draft;
}

/**
 * Reads the fault in a `Prefer` header. Preferences that are none of ours are left alone, and so is a fault that makes no
 * sense for one call, such as `status=503, nth=2`: what cannot be honoured is ignored (RFC 7240 section 2).
 */
export function readPreferredFault(header: string): Fault | undefined {
  const draft: Draft = {};
  for (const preference of header.split(/[,;]/)) {
    const { key, value } = splitWord(preference.trim());
    if (Object.hasOwn(readers, key)) readers[key]?.(draft, value);
  }
  if (Object.keys(draft).length === 0) return undefined;
  try {
    assertFault("Prefer", draft);
    return draft;
  } catch {
    return undefined;
  }
}

function splitWord(word: string): { key: string; value: string } {
  const mark = word.indexOf("=");
  if (mark === -1) return { key: word.toLowerCase(), value: "" };
  return {
    key: word.slice(0, mark).trim().toLowerCase(),
    value: word
      .slice(mark + 1)
      .trim()
      .replace(/^"(.*)"$/, "$1"),
  };
}
