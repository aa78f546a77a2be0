import { routes } from "../generated/routes.gen.ts";

/** The name of an operation of the contract. */
export type RouteName = keyof typeof routes;

/** The operation that a request is for, with the parameters of its path. */
export interface FoundRoute {
  readonly name: RouteName;
  readonly headers: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

const patterns = (Object.keys(routes) as RouteName[]).map((name) => {
  const { method, path, headers } = routes[name];
  return { name, method, headers, pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, "(?<$1>[\\w-]+)")}$`) };
});

/** Finds the operation of a request. A path that leaves its place by dots or escapes belongs to none. */
export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const { name, headers, ...route } of patterns) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match) return { name, headers, parameters: { ...match.groups } };
  }
  return undefined;
}
