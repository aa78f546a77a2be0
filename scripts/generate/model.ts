import type { ContractDocument, HttpMethod, Schema } from "./contract-document.ts";
import type {
  ArgumentModel,
  AuthModel,
  BodyModel,
  BodyVariant,
  ConstantHeader,
  JweModel,
  OptionHeader,
  ScopeModel,
} from "./request-model.ts";
import type {
  ErrorCodeModel,
  PaginationModel,
  ResponseBodyModel,
  ResponseFacts,
  ResponseModel,
} from "./response-model.ts";

export type {
  ArgumentModel,
  ArgumentPlace,
  AuthModel,
  BodyModel,
  BodyVariant,
  ConstantHeader,
  JweModel,
  OptionHeader,
  Sensitivity,
  TokenOwner,
} from "./request-model.ts";
export type {
  ErrorCodeModel,
  PaginationModel,
  ResponseBodyModel,
  ResponseFacts,
  ResponseModel,
} from "./response-model.ts";

/** How the client may repeat a call. See `spec/extensions.md`, `x-retry`. */
export const retryClasses = ["read", "idempotent", "keyed", "never"] as const;
export type RetryClass = (typeof retryClasses)[number];

/** A read that gives another response once a write has succeeded. */
export interface InvalidationModel {
  readonly read: string;
  /** Which calls of it: argument of the read → argument of the write with the same value. */
  readonly by: Readonly<Record<string, string>>;
}

/** What a write may show before it has its response. */
export interface OptimisticModel {
  /** The argument that holds the new value. */
  readonly argument: string;
  /** Only a change between two of these values is shown early. */
  readonly between: readonly string[];
  readonly places: readonly OptimisticPlace[];
}

/** Where the value is in the response of a read: a property, of an item if the response is a list. */
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
  /** The dated version that the path begins with, if any. */
  readonly apiVersion: string | undefined;
  readonly host: string;
  /** Where the operation can be called. */
  readonly environments: readonly string[];
  readonly retry: RetryClass;
  readonly retryable409: boolean;
  /** It changes nothing: a query, not a mutation. */
  readonly isRead: boolean;
  /** Request or response holds a `pan`, `cvv2`, `pin` or `token`: never a query, never cached. */
  readonly isSecret: boolean;
  /** The crypto package has its types: the response is sealed, a field is a JWE, or it gives the key to make one. */
  readonly isSealedExchange: boolean;
  readonly auth: AuthModel;
  readonly sca: boolean;
  readonly pagination: PaginationModel | undefined;
  readonly invalidates: readonly InvalidationModel[];
  readonly optimistic: OptimisticModel | undefined;
  readonly requiresCardStatus: readonly string[];
  readonly jwe: JweModel | undefined;
  /** Nothing: the contract does not say. */
  readonly scope: ScopeModel | undefined;
  readonly arguments: readonly ArgumentModel[];
  readonly body: BodyModel;
  /** Set when the body is one of several shapes; the arguments above then hold the fields of all of them. */
  readonly bodyVariants: readonly BodyVariant[];
  readonly constantHeaders: readonly ConstantHeader[];
  readonly options: readonly OptionHeader[];
  readonly response: ResponseBodyModel;
  readonly responses: readonly ResponseModel[];
  readonly errorCodes: readonly ErrorCodeModel[];
  readonly deprecated: boolean;
  /** The operation to use instead of a deprecated one. */
  readonly replacedBy: string | undefined;
  readonly summary: string;
  readonly description: string | undefined;
  /** What no source documents, of the operation, its parameters and its responses. */
  readonly assumptions: readonly string[];
}

/** A host by its name in the contract, and its address in each environment where it has one. */
export interface HostModel {
  readonly name: string;
  readonly isDefault: boolean;
  /** It wants a client certificate. */
  readonly mutualTls: boolean;
  /** By environment, without a slash at the end. */
  readonly urls: Readonly<Record<string, string>>;
  /** The same for clients with a certificate, in the environments that have one. */
  readonly mutualTlsUrls: Readonly<Record<string, string>>;
  /** The page where a user lets the application act for them, by environment. */
  readonly authorizationUrls: Readonly<Record<string, string>>;
}

/** A life cycle: from a present state to the states that may be asked for. */
export interface TransitionsModel {
  /** Name of the generated constant: `cardStatusTransitions`. */
  readonly constant: string;
  /** The schema that carries it. */
  readonly schema: string;
  readonly map: Readonly<Record<string, readonly string[]>>;
}

/** An event that is delivered to the partner. */
export interface WebhookModel {
  /** Its key under `webhooks`. */
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly schema: Schema;
  readonly description: string | undefined;
}

/** Everything the emitters need to know of the contract. */
export interface ContractModel {
  /** Plain OpenAPI: what the contract says once for all operations stands in each of them. */
  readonly document: ContractDocument;
  readonly operations: readonly OperationModel[];
  /** The dated versions that some operation has. */
  readonly versions: readonly string[];
  /** The default host first. */
  readonly hosts: readonly HostModel[];
  readonly environments: readonly string[];
  readonly rateLimits: readonly { readonly requests: number; readonly windowSeconds: number }[];
  /** Every option that some operation has, by name. */
  readonly options: readonly OptionHeader[];
  readonly responseFacts: ResponseFacts;
  readonly transitions: readonly TransitionsModel[];
  readonly webhooks: readonly WebhookModel[];
  /** The schema whose values `x-error-codes` draws from. */
  readonly errorCodeSchema: string | undefined;
  /** `cards` → `card` */
  singular(resource: string): string;
  /** What a hook over many is called: `cards` → `cards`. */
  plural(resource: string): string;
  resolveSchema(schema: Schema): Schema;
  /** The TypeScript type of a schema; a schema with a name is its name. Further lines are indented by `indent`. */
  typeText(schema: Schema, indent?: string): string;
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
