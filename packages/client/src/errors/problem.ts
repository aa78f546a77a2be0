/** One thing that is wrong with a request. */
export interface ProblemEntry {
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** Where the value is, from the root of the body or of the parameters. */
  readonly path: string | undefined;
}

/** What the body of an error response says, in whichever of the vendor's forms it came. */
export interface Problem {
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** The vendor's identifier of the call, where the body has one. */
  readonly requestId: string | undefined;
  /** The single problems, where the body lists them. Else empty. */
  readonly entries: readonly ProblemEntry[];
}

/** Reads the body of an error response. A body that is not a JSON object gives a problem without code and message. */
export function readProblem(text: string): Problem {
  const body = parse(text);
  const errors = (body as { errors?: unknown } | undefined)?.errors;
  const entries = (Array.isArray(errors) ? errors : []).map((entry: unknown) => ({
    code: first(entry, "code"),
    message: first(entry, "message", "detail"),
    path: first(entry, "path", "field", "ref"),
  }));
  return {
    code: first(body, "code", "errorCode") ?? entries[0]?.code ?? first(body, "error"),
    message: first(body, "error_description", "message", "errorMessage", "detail", "title") ?? entries[0]?.message,
    requestId: first(body, "request_id"),
    entries,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // An error page of a gateway, or nothing at all: the status says enough.
  }
}

/** The first of these fields that is text. */
function first(fields: unknown, ...names: string[]): string | undefined {
  const values = names.map((name) => (fields as Record<string, unknown> | null | undefined)?.[name]);
  return values.find((value): value is string => typeof value === "string");
}
