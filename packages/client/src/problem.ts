/** One thing that is wrong with a request. */
export interface ProblemEntry {
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** Where the value is, from the root of the body or of the parameters. */
  readonly path: string | undefined;
}

/** What the body of an error answer says, in whichever of the vendor's forms it came. */
export interface Problem {
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** The vendor's identifier of the call, where the body has one. */
  readonly requestId: string | undefined;
  /** The findings, where the body lists them. */
  readonly entries: readonly ProblemEntry[];
}

type Fields = Record<string, unknown>;

/** Understands the body of an error answer; a body that is no JSON object gives a problem that says nothing. */
export function readProblem(text: string): Problem {
  const body = asFields(parse(text));
  const entries = (Array.isArray(body.errors) ? body.errors : []).map((entry): ProblemEntry => {
    const { code, message, detail, path, field, ref } = asFields(entry);
    return { code: first(code), message: first(message, detail), path: first(path, field, ref) };
  });
  return {
    code: first(body.code, body.errorCode, entries[0]?.code, body.error),
    message: first(
      body.error_description,
      body.message,
      body.errorMessage,
      body.detail,
      body.title,
      entries[0]?.message,
    ),
    requestId: first(body.request_id),
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

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function first(...candidates: unknown[]): string | undefined {
  return candidates.find((candidate) => typeof candidate === "string") as string | undefined;
}
