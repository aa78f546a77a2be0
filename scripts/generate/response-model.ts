import type { Schema } from "./contract-document.ts";

/** What a successful call gives. A sealed response is handed on as an opaque envelope. */
export type ResponseBodyModel =
  /**
   * Any JSON value. `nullable` where the body may be `null`; `integersAsText` are fields that may arrive as strings of
   * digits.
   */
  | {
      readonly kind: "json";
      readonly schema: Schema;
      readonly nullable: boolean;
      readonly integersAsText: readonly string[];
    }
  | { readonly kind: "sealed"; readonly schema: Schema; readonly mediaTypes: readonly string[] }
  | { readonly kind: "text"; readonly mediaType: string }
  | { readonly kind: "file"; readonly mediaTypes: readonly string[] }
  | { readonly kind: "none" };

/** One response as it is documented: for the mock, which serves them. */
export interface ResponseModel {
  readonly status: string;
  readonly description: string;
  readonly contents: readonly { readonly mediaType: string; readonly schema: Schema | undefined }[];
  readonly assumption: string | undefined;
}

/** A code that an error of an operation can carry. */
export interface ErrorCodeModel {
  readonly code: string;
  /** Whether no source documents it. */
  readonly isAssumed: boolean;
}

/**
 * How to walk the pages of a read. `page`, `size`, `offset`, `limit`, `cursor`, `from` and `to` are names of arguments;
 * `items`, `total`, `next` and `id` are paths of properties, in the response, for `id` in an item. Without `items` the
 * response is the array itself. `maximumSize` is what `.all()` asks for: the most the contract allows.
 */
export type PaginationModel = {
  readonly items: readonly string[] | undefined;
  readonly item: Schema;
} & (
  | {
      readonly style: "page-number";
      readonly page: string;
      readonly first: 0 | 1;
      readonly size: string | undefined;
      readonly maximumSize: number | undefined;
      readonly total: readonly string[] | undefined;
    }
  | {
      readonly style: "offset";
      readonly offset: string;
      readonly limit: string | undefined;
      readonly maximumSize: number | undefined;
      readonly total: readonly string[] | undefined;
    }
  | {
      readonly style: "cursor";
      readonly cursor: string;
      readonly next: readonly string[];
      readonly size: string | undefined;
      readonly maximumSize: number | undefined;
    }
  | {
      readonly style: "last-id";
      readonly cursor: string;
      readonly id: readonly string[];
      readonly size: string | undefined;
      readonly maximumSize: number | undefined;
    }
  | {
      readonly style: "date-window";
      readonly from: string;
      readonly to: string;
      readonly maximumDays: number;
      /** Whether `to` itself belongs to a window. */
      readonly boundary: "inclusive" | "exclusive";
      readonly format: "date" | "date-time";
    }
);

/** Headers of responses that the client reads. */
export interface ResponseFacts {
  readonly traceHeader: string;
  readonly correlationHeader: string | undefined;
  readonly oneTimeTokenHeader: string | undefined;
  /** In this header this value says that strong customer authentication stopped the call. */
  readonly challengeHeader: string;
  readonly challengeValue: string;
  /** Headers of error responses that hold no secret. */
  readonly errorHeaders: readonly string[];
  /** In this header this word says that the limit of one user was exceeded. */
  readonly userLimit: { readonly header: string; readonly value: string } | undefined;
}
