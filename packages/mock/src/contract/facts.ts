import type { Operation } from "./operation.ts";

/** The headers that carry what every response tells (`x-sdk-fact`), in lower case. */
export interface ContractFacts {
  readonly traceIdHeader: string;
  readonly correlationIdHeader: string;
  /** Longer correlation ids are ignored. */
  readonly longestCorrelationId: number;
  readonly oneTimeTokenHeader: string;
  readonly challengeHeader: string;
  /** The value that says that a call is stopped by strong customer authentication. */
  readonly challengeValue: string;
}

/** Reads which headers of responses carry which facts. What a contract does not say is left out. */
export function readFacts(operations: readonly Operation[]): Partial<ContractFacts> {
  const facts: { -readonly [Fact in keyof ContractFacts]?: ContractFacts[Fact] } = {};
  // Most operations share most of their responses.
  const responses = new Set(operations.flatMap((operation) => operation.responses));
  for (const { name, schema, fact } of [...responses].flatMap(({ headers }) => headers)) {
    const header = name.toLowerCase();
    if (fact === "traceId") facts.traceIdHeader = header;
    if (fact === "oneTimeToken") facts.oneTimeTokenHeader = header;
    if (fact === "correlationId") {
      facts.correlationIdHeader = header;
      if (typeof schema.maxLength === "number") facts.longestCorrelationId = schema.maxLength;
    }
    if (typeof fact !== "object" || fact === null || !("challenge" in fact)) continue;
    facts.challengeHeader = header;
    facts.challengeValue = String(fact.challenge);
  }
  return facts;
}
