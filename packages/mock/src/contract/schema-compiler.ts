import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { isDateTime } from "./date-time.ts";
import { lookUp, type OpenApiDocument, type Schema } from "./document.ts";

/** Compiles a schema when it is first asked for by its key. */
export type Compile = (key: unknown, schema: () => Schema) => ValidateFunction;

/** Where ajv keeps what references of the contract point to. */
const referencePrefix = "contract";

/**
 * Makes a compiler of a document's schemas. Only what a schema refers to is read, so that its cost does not grow with the
 * contract. A value of an open enum (`x-open-enum`) is checked as a plain string: the contract says that others can come.
 */
export function createCompile(document: OpenApiDocument, { coerceTypes }: { readonly coerceTypes: boolean }): Compile {
  const compiled = new Map<unknown, ValidateFunction>();
  const added = new Set<string>();
  let ajv: Ajv2020 | undefined;

  function addTarget(to: Ajv2020, reference: string): void {
    if (added.has(reference)) return;
    added.add(reference);
    const target = prepare(lookUp(document, reference), (inner) => addTarget(to, inner));
    to.addSchema(target as Schema, referencePrefix + reference);
  }

  return (key, schema) => {
    const known = compiled.get(key);
    if (known) return known;
    ajv ??= createAjv(coerceTypes);
    const own = ajv;
    const validate = own.compile(prepare(schema(), (reference) => addTarget(own, reference)) as Schema);
    compiled.set(key, validate);
    return validate;
  };
}

function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    coerceTypes,
    useDefaults: coerceTypes,
    logger: false,
    // The contract has been linted; compiling the schema of schemas would be most of what the first call costs.
    validateSchema: false,
    meta: false,
  });
  ajvFormats.default(ajv);
  ajv.addFormat("date-time", isDateTime);
  return ajv;
}

const annotations = new Set(["description", "title", "example", "examples", "deprecated", "externalDocs", "xml"]);
const literals = new Set(["enum", "const", "default", "required"]);
const namedSchemas = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/** A copy without annotations, with references as ajv knows them, each of them told, and open enums opened. */
function prepare(value: unknown, tell: (reference: string) => void, isNamed = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => prepare(entry, tell));
  if (typeof value !== "object" || value === null) return value;
  const source = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(source)) {
    if (isNamed) copy[key] = prepare(entry, tell);
    else if (key === "$ref" && typeof entry === "string") {
      tell(entry);
      copy[key] = referencePrefix + entry;
    } else if (key === "enum" && source["x-open-enum"] === true) continue;
    else if (literals.has(key)) copy[key] = entry;
    else if (!annotations.has(key) && !key.startsWith("x-")) copy[key] = prepare(entry, tell, namedSchemas.has(key));
  }
  return copy;
}
