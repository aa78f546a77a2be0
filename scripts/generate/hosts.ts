import { httpMethods, type OperationObject, type PathItem, type ServerObject } from "./contract-document.ts";
import type { HostModel } from "./model.ts";
import type { Review, SourcePath } from "./review.ts";

/** Servers as they stand at one place of the contract. */
interface ServerList {
  readonly at: SourcePath;
  readonly servers: readonly ServerObject[];
}

/** The hosts of the contract, the default one first, each with its address by environment. */
export function readHosts(review: Review): HostModel[] {
  const hosts = new Map<string, { mutualTls: boolean; urls: Record<string, string> }>();
  for (const { at, servers } of serverLists(review)) {
    servers.forEach((server, index) => {
      const [host, environment] = [word(server["x-host"]), word(server["x-environment"])];
      if (host === undefined) review.stop([...at, index, "x-host"], "x-host is missing; it must be a word");
      if (environment === undefined)
        review.stop([...at, index, "x-environment"], "x-environment is missing; it must be a word");
      if (host === undefined || environment === undefined) return;
      const known = hosts.get(host) ?? { mutualTls: false, urls: {} };
      hosts.set(host, known);
      const url = server.url.replace(/\/$/, "");
      const first = known.urls[environment] ?? url;
      if (first !== url) review.stop([...at, index], `${environment} ${host} is ${first} elsewhere, and ${url} here`);
      known.urls[environment] = first;
      known.mutualTls ||= server["x-mutual-tls"] === true;
    });
  }
  const [fallback] = hosts.keys();
  return [...hosts].map(([name, host]) => ({ name, isDefault: name === fallback, ...host }));
}

/** Every environment that some host has an address in, in the contract's order. */
export function environmentsOf(hosts: readonly HostModel[]): string[] {
  return [...new Set(hosts.flatMap(({ urls }) => Object.keys(urls)))];
}

/** On which host an operation is, and in which environments it can be called. */
export function readPlace(
  review: Review,
  at: SourcePath,
  { item, operation }: { readonly item: PathItem; readonly operation: OperationObject },
): { host: string; environments: string[] } {
  const { at: from, servers } = serversOf(review, at, item, operation);
  const [host, ...others] = new Set(servers.flatMap((server) => word(server["x-host"]) ?? []));
  if (host === undefined || others.length > 0) {
    review.stop(from, `the servers of ${String(operation["x-sdk-name"])} must all be of one x-host`);
  }
  const environments = new Set(servers.flatMap((server) => word(server["x-environment"]) ?? []));
  return { host: host ?? "", environments: [...environments] };
}

function serversOf(review: Review, at: SourcePath, item: PathItem, operation: OperationObject): ServerList {
  if (operation.servers) return { at: [...at, "servers"], servers: operation.servers };
  if (item.servers) return { at: [...at.slice(0, -1), "servers"], servers: item.servers };
  return { at: ["servers"], servers: review.contract.document.servers ?? [] };
}

function serverLists(review: Review): ServerList[] {
  const { document } = review.contract;
  const lists: ServerList[] = [{ at: ["servers"], servers: document.servers ?? [] }];
  for (const [path, item] of Object.entries(document.paths)) {
    if (item.servers) lists.push({ at: ["paths", path, "servers"], servers: item.servers });
    for (const method of httpMethods) {
      const servers = item[method]?.servers;
      if (servers) lists.push({ at: ["paths", path, method, "servers"], servers });
    }
  }
  return lists;
}

function word(value: unknown): string | undefined {
  return typeof value === "string" && /^[a-zA-Z][\w-]*$/.test(value) ? value : undefined;
}
