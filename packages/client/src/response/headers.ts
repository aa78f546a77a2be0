/** Headers of responses that the client reads. */
export interface ResponseFacts {
  /** Wise's identifier of the call. */
  readonly traceId: string;
  /** The caller's identifier of the call, as it was sent. */
  readonly correlationId?: string;
  /** The one-time token of a challenge. The call is repeated with the same header. */
  readonly oneTimeToken?: string;
  /** Headers that an error response may have and that hold no secret. */
  readonly errorHeaders: readonly string[];
  /** The header by whose value strong customer authentication stops a call. */
  readonly challenge: { readonly header: string; readonly value: string };
  /** The header that names the limit that a call exceeded, and the word in it that stands for a limit of one user. */
  readonly userLimit?: { readonly header: string; readonly value: string };
}

/** The media type of a response: without parameters, in lower case. */
export function mediaTypeOf({ headers }: Response): string | undefined {
  return headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() || undefined;
}

/** Those of some headers that a response has. */
export function headersOf({ headers }: Response, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) as string]] : [])));
}

/** A header of a response, if it is there. */
export function headerOf({ headers }: Response, name: string | undefined): string | undefined {
  return name === undefined ? undefined : (headers.get(name) ?? undefined);
}
