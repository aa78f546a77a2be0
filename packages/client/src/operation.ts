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
  /** See `x-retry` in the contract. */
  readonly retry: "read" | "idempotent" | "never";
  /** Whether a 409 is worth another attempt. */
  readonly retries409: boolean;
  readonly answer: "json" | "none" | "sealed";
  readonly bodyType: "json" | "form" | undefined;
  /** By argument name: where it goes and under which name. */
  readonly places: ReadonlyMap<string, readonly [place: Place, wireName: string]>;
  readonly required: readonly string[];
  /** Names of the user and the password argument. */
  readonly basic: readonly string[] | undefined;
  /** Page and size argument, largest size, field of the items, field of the total. */
  readonly page: readonly string[] | undefined;
}

/** Reads an operation from its line in `operations.gen.ts`. */
export function readOperation(name: OperationName, line: string): Operation {
  const [method = "", target = "", retry, ...rest] = line.split(" ");
  const flags = new Map(rest.map((flag) => flag.split("=") as [string, string | undefined]));
  const [, host, path = "", query] = /^(?:@(\w+))?([^?]*)\??(.*)$/.exec(target) ?? [];
  const places = new Map<string, [Place, string]>();
  const required: string[] = [];
  const place = (where: Place, list: string | undefined, separator = ","): void => {
    for (const entry of list ? list.split(separator) : []) {
      const [argument = "", wireName] = entry.split(":");
      const plain = argument.replace("*", "");
      places.set(plain, [where, wireName ?? plain]);
      if (plain !== argument || where === "path" || where === "basic") required.push(plain);
    }
  };
  const bodyType = flags.has("json") ? "json" : flags.has("form") ? "form" : undefined;
  for (const [, parameter] of path.matchAll(/\{(\w+)\}/g)) place("path", parameter);
  place("query", query, "&");
  place("header", flags.get("header"));
  place("basic", flags.get("basic"));
  place("body", bodyType && flags.get(bodyType));
  return {
    name,
    method,
    host: (host ?? "api") as Operation["host"],
    path,
    retry: retry as Operation["retry"],
    retries409: flags.has("409"),
    answer: flags.has("none") ? "none" : flags.has("sealed") ? "sealed" : "json",
    bodyType,
    places,
    required,
    basic: flags.get("basic")?.split(","),
    page: flags.get("page")?.split(","),
  };
}
