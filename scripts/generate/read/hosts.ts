import type { ContractPath, JsonObject } from "../../contract/contract-nodes.ts";
import type { Operation } from "../../contract/operation-view.ts";
import type { Place } from "../../contract/places.ts";
import type { HostModel } from "../model.ts";
import type { Review } from "../review.ts";

/** The hosts of the contract, the default one first, each with its address by environment. */
export function readHosts(review: Review): HostModel[] {
  const { view } = review;
  const servers = view.nodes.filter(({ kind }) => kind === "server");
  for (const { node, path } of servers) {
    const reason = wrongUrl(node.url);
    if (reason !== undefined) review.stop([...path, "url"], `the url of a server ${reason}`);
  }
  const [first] = view.children(view.root, "servers").values();
  if (!first) review.stop(["servers"], "the document needs servers: they are the default host");
  const names = new Set(servers.map(({ node }) => String(node["x-host"])));
  return [...names].map((name) => {
    const own = servers.filter(({ node }) => node["x-host"] === name);
    return {
      name,
      isDefault: name === first?.node["x-host"],
      mutualTls: own.some(({ node }) => node["x-mutual-tls"] === true),
      urls: byEnvironment(own, ({ url }) => String(url).replace(/\/+$/, "")),
      mutualTlsUrls: byEnvironment(own, (node) => textOf(node["x-mutual-tls-url"])?.replace(/\/+$/, "")),
      authorizationUrls: byEnvironment(own, (node) => textOf(node["x-authorization-url"])),
    };
  });
}

function byEnvironment(
  servers: readonly { readonly node: JsonObject }[],
  read: (server: JsonObject) => string | undefined,
): Record<string, string> {
  const found = servers.map(({ node }) => [String(node["x-environment"]), read(node)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function wrongUrl(url: unknown): string | undefined {
  const text = String(url);
  if (/[{}]/.test(text)) return "cannot have variables";
  if (!URL.canParse(text) || !/^https:/.test(text)) return "must begin with https://";
  return /[?#]/.test(text) ? "cannot have a query or a fragment" : undefined;
}

/** Every environment that some host has an address in, in the contract's order. */
export function environmentsOf(hosts: readonly HostModel[]): string[] {
  return [...new Set(hosts.flatMap(({ urls }) => Object.keys(urls)))];
}

/** On which host an operation is, and in which environments it can be called. */
export function readPlaceOfCall(review: Review, operation: Operation): { host: string; environments: string[] } {
  const { at, servers } = serversOf(review, operation);
  const [first] = servers;
  if (!first) review.stop(at, `${operation.name} has no server`);
  return {
    host: String(first?.node["x-host"]),
    environments: servers.map(({ node }) => String(node["x-environment"])),
  };
}

function serversOf({ view }: Review, operation: Operation): { at: ContractPath; servers: Place[] } {
  const owner = [operation, operation.item].find(({ node }) => node.servers !== undefined) ?? view.root;
  return { at: [...owner.path, "servers"], servers: [...view.children(owner, "servers").values()] };
}
