import type { ErrorObject } from "../contract/validators.ts";

/** A finding of a validator, in Prism's shape. */
export interface Diagnostic {
  readonly path?: string[];
  readonly code: string | number;
  readonly message: string;
  /** Prism's scale, where 0 is an error and 1 a warning. */
  readonly severity: 0 | 1;
  readonly tags?: string[];
}

export type Either<Left, Right> =
  | { readonly _tag: "Left"; readonly left: Left }
  | { readonly _tag: "Right"; readonly right: Right };

export type Diagnostics = [Diagnostic, ...Diagnostic[]];

export function right<Value>(value: Value): { readonly _tag: "Right"; readonly right: Value } {
  return { _tag: "Right", right: value };
}

export function left<Value>(value: Value): { readonly _tag: "Left"; readonly left: Value } {
  return { _tag: "Left", left: value };
}

/** The value if nothing was found, the findings otherwise. */
export function unless<Value>(findings: readonly Diagnostic[], value: Value): Either<Diagnostics, Value> {
  return findings.length === 0 ? right(value) : left(findings as Diagnostics);
}

/** Turns ajv's errors into findings whose path starts with `place`. */
export function fromAjv(errors: readonly ErrorObject[] | null | undefined, place: string): Diagnostic[] {
  return (errors ?? []).map((error) => {
    const path = [place, ...error.instancePath.split("/").filter((segment) => segment !== "")];
    const named = error.keyword === "required" ? [...path, String(error.params.missingProperty)] : path;
    return { path: named, code: error.keyword, message: describe(error), severity: 0 };
  });
}

function describe({ message, params, keyword }: ErrorObject): string {
  const allowed = params.allowedValues;
  if (Array.isArray(allowed)) return `must be one of ${allowed.join(", ")}`;
  if (keyword === "required") return "must be present";
  return message ?? `breaks ${keyword}`;
}
