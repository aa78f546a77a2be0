import { isObject } from "../../contract/contract-nodes.ts";
import type { ResponseFacts } from "../response-model.ts";
import type { Review } from "../review.ts";

/** Which headers of responses hold what the client reads of them. */
export function readResponseFacts(review: Review): ResponseFacts {
  const { view } = review;
  const headers = view.operations
    .flatMap(({ responses }) => [...responses.values()])
    .flatMap((response) => [...view.children(response, "headers")])
    .map(([name, { node }]) => ({ name: name.toLowerCase(), fact: node["x-sdk-fact"] }));
  const errors = view.operations.flatMap(({ responses }) =>
    [...responses].flatMap(([status, response]) => (status.startsWith("2") ? [] : [response])),
  );
  const errorHeaders = errors
    .flatMap((response) => [...view.children(response, "headers")])
    .filter(([, { node }]) => (node["x-sensitive"] ?? "none") === "none" && node["x-sdk-fact"] !== "oneTimeToken")
    .map(([name]) => name.toLowerCase());
  const trace = headers.find(({ fact }) => fact === "traceId");
  const withValue = (name: string) => {
    const found = headers.find(({ fact }) => isObject(fact) && name in fact);
    return found && { header: found.name, value: String((found.fact as Record<string, unknown>)[name]) };
  };
  const challenge = withValue("challenge");
  for (const [fact, header] of [
    ["traceId", trace],
    ["challenge", challenge],
  ] as const) {
    if (!header) review.stop(["paths"], `no header of a response has the x-sdk-fact ${fact}`);
  }
  const options = view.operations.flatMap(({ parameters }) => parameters.map(({ node }) => node));
  const headerOf = (fact: string) =>
    headers.find((header) => header.fact === fact)?.name ??
    (options.find((node) => node["x-sdk-option"] === fact)?.name as string | undefined)?.toLowerCase();
  return {
    traceHeader: trace?.name ?? "",
    correlationHeader: headerOf("correlationId"),
    oneTimeTokenHeader: headerOf("oneTimeToken"),
    challengeHeader: challenge?.header ?? "",
    challengeValue: challenge?.value ?? "",
    errorHeaders: [...new Set(errorHeaders)],
    userLimit: withValue("userLimit"),
  };
}
