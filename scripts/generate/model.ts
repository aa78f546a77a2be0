import type { ContractDocument, HttpMethod, Schema } from "./contract-document.ts";

/** How the client may repeat a call. See `spec/extensions.md`, `x-retry`. */
export const retryClasses = ["read", "idempotent", "never"] as const;
export type RetryClass = (typeof retryClasses)[number];

export const hosts = ["api", "twcard"] as const;
export type Host = (typeof hosts)[number];

export const environments = ["production", "sandbox"] as const;
export type Environment = (typeof environments)[number];

export const optionNames = ["correlationId", "oneTimeToken"] as const;
export type OptionName = (typeof optionNames)[number];

export const factNames = ["traceId", "correlationId", "oneTimeToken", "challenge"] as const;

/** Kinds of sensitive values; `none` is a considered no. */
export const sensitivities = ["pan", "cvv2", "pin", "token", "pii", "none"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** One argument of a call, under its SDK name, and where it travels. */
export interface ArgumentModel {
  readonly name: string;
  readonly wireName: string;
  readonly in: "path" | "query" | "header" | "body" | "credentials";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** What a parameter says of itself; what the schema says is in the schema. */
  readonly sensitive: Sensitivity | undefined;
  readonly schema: Schema;
}

/** A header that any call may carry, set through a call option. */
export interface OptionHeader {
  readonly name: OptionName;
  readonly wireName: string;
}

/** Headers of answers that the client reads; those that an option is sent in, too, are among the options. */
export interface AnswerFacts {
  readonly traceHeader: string;
  /** In this header this value says that strong customer authentication stopped the call. */
  readonly challengeHeader: string;
  readonly challengeValue: string;
}

export interface PaginationModel {
  readonly page: string;
  readonly size: string;
  /** The largest page the contract allows. */
  readonly maximumSize: number;
  readonly items: string;
  readonly total: string;
  readonly item: Schema;
}

/** What a successful call gives. A sealed answer is handed on as an opaque envelope. */
export type AnswerModel =
  | { readonly kind: "json"; readonly schema: Schema }
  | { readonly kind: "sealed"; readonly schema: Schema }
  | { readonly kind: "none" };

/** One body of several that an operation accepts, such as one grant of the token operation. */
export interface BodyVariant {
  readonly schema: Schema;
  readonly arguments: readonly ArgumentModel[];
}

/** One answer as it is documented: for the mock, which serves them. */
export interface ResponseModel {
  readonly status: string;
  readonly description: string;
  readonly contents: readonly { readonly mediaType: string; readonly schema: Schema }[];
}

/** What a write may show before it is answered. */
export interface OptimisticModel {
  /** The argument that holds the new value. */
  readonly argument: string;
  /** Only a change between two of these values is shown early. */
  readonly between: readonly string[];
  readonly places: readonly OptimisticPlace[];
}

/** Where the value is in the answer of a read: a property, of an item if the answer is a list. */
export interface OptimisticPlace {
  readonly read: string;
  readonly property: readonly string[];
  readonly item: { readonly of: string; readonly field: string; readonly argument: string } | undefined;
}

export interface OperationModel {
  /** `cards.list` */
  readonly sdkName: string;
  readonly resource: string;
  readonly method: string;
  readonly operationId: string;
  readonly tag: string;
  readonly httpMethod: HttpMethod;
  readonly path: string;
  readonly host: Host;
  readonly retry: RetryClass;
  readonly retryable409: boolean;
  readonly sca: boolean;
  readonly pagination: PaginationModel | undefined;
  readonly invalidates: readonly string[];
  readonly optimistic: OptimisticModel | undefined;
  readonly requiresCardStatus: readonly string[];
  /** Names of the user and password arguments, where the call carries its own credentials. */
  readonly credentials: readonly [string, string] | undefined;
  readonly arguments: readonly ArgumentModel[];
  /** Set when the body is one of several shapes; the arguments above then hold the fields of all of them. */
  readonly bodyVariants: readonly BodyVariant[];
  readonly bodyType: "json" | "form" | undefined;
  readonly options: readonly OptionHeader[];
  readonly answer: AnswerModel;
  readonly responses: readonly ResponseModel[];
  readonly errorCodes: readonly string[];
  readonly deprecated: boolean;
  readonly summary: string;
  readonly description: string | undefined;
}

/** Everything the emitters need to know of the contract. */
export interface ContractModel {
  readonly document: ContractDocument;
  readonly operations: readonly OperationModel[];
  readonly environments: Readonly<Record<Environment, Readonly<Record<Host, string>>>>;
  readonly rateLimits: readonly { readonly requests: number; readonly windowSeconds: number }[];
  readonly options: readonly OptionHeader[];
  readonly answerFacts: AnswerFacts;
  /** The card's life cycle: from a status to the statuses that may be asked for. */
  readonly cardStatusTransitions: Readonly<Record<string, readonly string[]>>;
  resolveSchema(schema: Schema): Schema;
}

/** The operations of each resource, both in the contract's order. */
export function byResource(operations: readonly OperationModel[]): Map<string, OperationModel[]> {
  const resources = new Map<string, OperationModel[]>();
  for (const operation of operations) {
    const known = resources.get(operation.resource);
    if (known) known.push(operation);
    else resources.set(operation.resource, [operation]);
  }
  return resources;
}

/** `cards.updateStatus` → `CardsUpdateStatus`: the stem of every type that belongs to the operation. */
export function typeStem(operation: Pick<OperationModel, "resource" | "method">): string {
  return capitalise(operation.resource) + capitalise(operation.method);
}

export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
