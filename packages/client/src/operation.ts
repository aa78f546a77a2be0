import type { OperationName } from "./generated/operations.gen.ts";

/** Where an argument travels: in the path, the query, a header, the body, or as a Basic credential. */
export type Place = "path" | "query" | "header" | "body" | "basic";

/** One operation of the contract, as the client needs it. */
export interface Operation {
  readonly name: OperationName;
  readonly method: string;
  readonly host: "api" | "twcard";
  /** The path with its parameters in braces. */
  readonly path: string;
  /** The words of its line: the retry class (`x-retry` in the contract), and what is particular to it. */
  readonly traits: ReadonlyMap<string, string | undefined>;
  /** By argument name: where it goes and under which name. */
  readonly places: ReadonlyMap<string, readonly [place: Place, wireName: string]>;
  readonly required: readonly string[];
}

/** Reads an operation from its line in `operations.gen.ts`. */
export function readOperation(name: OperationName, line: string): Operation {
  const [method = "", target = "", ...words] = line.split(" ");
  const [, host = "api", path = "", query] = /^(?:@(\w+))?([^?]+)\??(.*)/.exec(target) ?? [];
  const traits = new Map(words.map((word) => word.split("=") as [string, string | undefined]));
  const places = new Map<string, [Place, string]>();
  const required: string[] = [];
  const place = (where: Place, list: string | undefined): void => {
    for (const [, argument = "", star, wireName = argument] of (list ?? "").matchAll(/(\w+)(\*?):?([\w-]+)?/g)) {
      places.set(argument, [where, wireName]);
      if (star || where === "path" || where === "basic") required.push(argument);
    }
  };
  place("path", path.match(/\{\w+/g)?.join());
  place("query", query);
  place("header", traits.get("header"));
  place("basic", traits.get("basic"));
  place("body", traits.get("json") ?? traits.get("form"));
  return { name, method, host, path, traits, places, required } as Operation;
}
