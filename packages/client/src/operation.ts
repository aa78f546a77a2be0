import type { OperationName } from "./generated/operations.gen.ts";

/** Where an argument travels: in the path, the query, a header, a Basic credential, or a body of either form. */
export type Place = "path" | "query" | "header" | "basic" | "json" | "form";

/** One operation of the contract, as the client needs it. */
export interface Operation {
  readonly name: OperationName;
  readonly method: string;
  readonly host: "api" | "twcard";
  /** The path with its parameters in braces. */
  readonly path: string;
  /** The same path in pieces: what stays as it is and the names of parameters, by turns. */
  readonly pieces: readonly string[];
  /** The further words of its line (see `operations.gen.ts`). */
  readonly traits: ReadonlyMap<string, string | undefined>;
  /** By argument name: where it goes and under which name. */
  readonly places: ReadonlyMap<string, readonly [place: Place, wireName: string]>;
  readonly required: readonly string[];
}

/** Reads an operation from its line in `operations.gen.ts`. */
export function readOperation(name: OperationName, line: string): Operation {
  const [method = "", path = "", ...words] = line.split(" ");
  const pieces = path.split(/[{}]/);
  const traits = new Map(words.map((word) => word.split("=") as [string, string | undefined]));
  const required = pieces.filter((_, index) => index % 2);
  const places = new Map<string, readonly [Place, string]>(required.map((argument) => [argument, ["path", argument]]));
  for (const place of ["query", "header", "basic", "json", "form"] as const) {
    const list = traits.get(place) ?? "";
    for (const [, argument = "", star, wireName = argument] of list.matchAll(/(\w+)(\*?):?([\w-]+)?/g)) {
      places.set(argument, [place, wireName]);
      if (star || place === "basic") required.push(argument);
    }
  }
  const host = (traits.get("host") ?? "api") as Operation["host"];
  return { name, method, host, path, pieces, traits, places, required };
}
