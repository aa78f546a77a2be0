import { type HeaderObject, httpMethods, type Reference, type ResponseObject } from "./contract-document.ts";
import type { OptionHeader, ResponseFacts } from "./model.ts";
import { oneOf, type Review, type SourcePath } from "./review.ts";

const factNames = ["traceId", "correlationId", "oneTimeToken", "challenge"] as const;

/** Which headers of responses hold what the client reads of them. See `spec/extensions.md`, `x-sdk-fact`. */
export function readResponseFacts(review: Review, options: readonly OptionHeader[]): ResponseFacts {
  const found = new Map<string, string>(options.map(({ name, wireName }) => [name, wireName]));
  let challengeValue = "";
  for (const { at, header, value } of headersWithFacts(review)) {
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    const [key, text] = entries[0] ?? [value];
    const fact = oneOf(review, at, key, factNames);
    const isPair = entries.length === 1 && typeof text === "string";
    if (isPair !== (fact === "challenge") || entries.length > 1) {
      review.stop(at, `x-sdk-fact is one word, or { challenge: <value> }`);
    }
    const known = found.get(fact) ?? header;
    if (known !== header) review.stop(at, `the fact ${fact} is the header ${known} elsewhere, ${header} here`);
    found.set(fact, known);
    if (fact !== "challenge") continue;
    challengeValue ||= String(text);
    if (text !== challengeValue) review.stop(at, `the challenge is ${challengeValue} elsewhere, ${text} here`);
  }
  const headerOf = (fact: (typeof factNames)[number]): string => {
    if (!found.has(fact)) review.stop(["paths"], `no header of a response has the x-sdk-fact ${fact}`);
    return found.get(fact) ?? "";
  };
  return {
    traceHeader: headerOf("traceId"),
    correlationHeader: found.get("correlationId"),
    oneTimeTokenHeader: found.get("oneTimeToken"),
    challengeHeader: headerOf("challenge"),
    challengeValue,
  };
}

function headersWithFacts(review: Review) {
  const headers: { at: SourcePath; header: string; value: unknown }[] = [];
  for (const [path, item] of Object.entries(review.contract.document.paths)) {
    for (const method of httpMethods) {
      for (const [status, entry] of Object.entries(item[method]?.responses ?? {})) {
        const response = review.contract.resolve<ResponseObject>(entry as ResponseObject | Reference);
        for (const [name, header] of Object.entries(response.headers ?? {})) {
          const value = review.contract.resolve<HeaderObject>(header)["x-sdk-fact"];
          const at = ["paths", path, method, "responses", status, "headers", name, "x-sdk-fact"];
          if (value !== undefined) headers.push({ at, header: name.toLowerCase(), value });
        }
      }
    }
  }
  return headers;
}
