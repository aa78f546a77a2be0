import type { BodyField } from "../contract/body-fields.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The fields of a form as a handler gets them: text in the contract's types, files, and arrays of either. */
export type FormFields = Record<string, unknown>;

/** Reads the entries of a form. A field that comes once and is an array in the contract becomes one. */
export function readFormFields(
  entries: Iterable<[string, string | File]>,
  known: ReadonlyMap<string, BodyField>,
): FormFields {
  const fields = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, known.get(name)?.isArray ? [value] : value);
    else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
  }
  return Object.fromEntries(fields);
}

/** What is no file and should be one, or the other way around. */
export function findMisplacedFiles(fields: FormFields, known: ReadonlyMap<string, BodyField>): Diagnostic[] {
  return Object.entries(fields).flatMap(([name, value]): Diagnostic[] => {
    const field = known.get(name);
    const values = Array.isArray(value) ? value : [value];
    if (!field || values.every((entry) => entry instanceof File === field.isFile)) return [];
    const message = field.isFile ? "must be a file: send a part with a file name" : "must be text, not a file";
    return [{ path: ["body", name], code: "file", message, severity: 0 }];
  });
}

/** A copy for the validator, in which a file's name stands for the file. */
export function withNamesForFiles(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, nameFor(value)]));
}

function nameFor(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameFor);
  return value instanceof File ? value.name : value;
}

/** The validated copy with its files back in. */
export function withFiles(validated: FormFields, fields: FormFields): FormFields {
  const result = { ...validated };
  for (const [name, value] of Object.entries(fields)) {
    if ([value].flat().some((entry) => entry instanceof File)) result[name] = value;
  }
  return result;
}
