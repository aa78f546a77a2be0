/** A schema of the contract, reduced to what can be checked of a response. */
export interface ResponseSchema {
  /** Another schema, by name. */
  readonly ref?: string;
  readonly types?: readonly string[];
  /** The only values; absent for open enums. */
  readonly values?: readonly unknown[];
  readonly required?: readonly string[];
  readonly fields?: Readonly<Record<string, ResponseSchema>>;
  /** What every field has that is not among `fields`: the values of a map. */
  readonly others?: ResponseSchema;
  readonly items?: ResponseSchema;
  readonly all?: readonly ResponseSchema[];
  readonly any?: readonly ResponseSchema[];
}
