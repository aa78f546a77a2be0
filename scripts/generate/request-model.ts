import type { Schema } from "./contract-document.ts";

/** Kinds of sensitive values; `none` is a considered no. */
export const sensitivities = ["pan", "cvv2", "pin", "token", "pii", "none"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Where an argument travels; `credentials` are the user and password of HTTP Basic. */
export type ArgumentPlace = "path" | "query" | "header" | "body" | "credentials";

/** One argument of a call, under its SDK name, and where it travels. */
export interface ArgumentModel {
  readonly name: string;
  /** Its name on the wire; a header's is in lower case. For the whole of a body it is the SDK name. */
  readonly wireName: string;
  readonly in: ArgumentPlace;
  /** False for every field of an optional body: without any of them there is no body. */
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The argument to use instead of a deprecated one. */
  readonly replacedBy: string | undefined;
  readonly description: string | undefined;
  /** What a parameter says of itself; what the schema says is in the schema. */
  readonly sensitive: Sensitivity | undefined;
  readonly schema: Schema;
  /** What no source documents of it. */
  readonly assumption: string | undefined;
  /** For an array in the query: `true` repeats the name, `false` joins the items with commas. */
  readonly explode: boolean | undefined;
  /** A field of the body by which the server knows a repetition: not required, the client makes one if it is absent. */
  readonly isIdempotencyKey: boolean;
}

/** A header that the client sends with every call of an operation, and that no caller sees. */
export interface ConstantHeader {
  /** In lower case. */
  readonly wireName: string;
  readonly value: string;
}

/** A header that is set through a call option. */
export interface OptionHeader {
  /** The name of the option. */
  readonly name: string;
  /** In lower case. */
  readonly wireName: string;
  readonly description: string | undefined;
  readonly sensitive: Sensitivity | undefined;
  readonly schema: Schema;
  /** The header by which the server knows a repetition: the client makes one per call if the caller gives none. */
  readonly isIdempotencyKey: boolean;
}

/** The body of a request. Fields are arguments of their own; whatever travels as a whole is one argument. */
export type BodyModel =
  | { readonly kind: "none" }
  | {
      readonly kind: "json";
      /** `application/json`, `application/merge-patch+json` or any other `+json`. */
      readonly mediaType: string;
      readonly shape: "fields";
      readonly required: boolean;
      readonly schema: Schema;
    }
  | {
      readonly kind: "json";
      readonly mediaType: string;
      /** An array, a map, a free-form object, or an object that the contract gives a name as a whole. */
      readonly shape: "whole";
      readonly argument: string;
      readonly required: boolean;
      readonly schema: Schema;
    }
  | { readonly kind: "form"; readonly mediaType: string; readonly required: boolean; readonly schema: Schema }
  | {
      readonly kind: "multipart";
      readonly mediaType: string;
      /** Names of the arguments that are files, or arrays of files. */
      readonly files: readonly string[];
      readonly required: boolean;
      readonly schema: Schema;
    }
  | {
      readonly kind: "text";
      /** `application/jose+json`, `text/plain` and the like. */
      readonly mediaType: string;
      readonly argument: string;
      readonly required: boolean;
      readonly schema: Schema;
    };

/** One body of several that an operation accepts, such as one grant of the token operation. */
export interface BodyVariant {
  /** The schema whose type these arguments have; none where an argument has another name or need than on the wire. */
  readonly schema: Schema | undefined;
  /** Fields beside the `oneOf` included. */
  readonly arguments: readonly ArgumentModel[];
}

/** Whose token a call carries. */
export const tokenOwners = ["user", "application", "personal"] as const;
export type TokenOwner = (typeof tokenOwners)[number];

/** Which credentials a call carries. */
export type AuthModel =
  | { readonly kind: "none" }
  | { readonly kind: "basic"; readonly user: string; readonly password: string }
  /** Any one of them will do; the first is preferred. */
  | { readonly kind: "token"; readonly of: readonly TokenOwner[] };

/** What an operation is about: the arguments that name a profile and a card. Without both it depends on neither. */
export interface ScopeModel {
  readonly profile: string | undefined;
  readonly card: string | undefined;
}

/** The field of a request that must be a JWE. */
export interface JweModel {
  readonly argument: string;
  /** The documented algorithm first. */
  readonly alg: readonly string[];
  readonly enc: readonly string[];
  /** `jwe`: a whole JWE; `key-only`: its key and nothing else. The documented form first. */
  readonly request: readonly string[];
  /** The operation that gives the key. */
  readonly key: string;
}
