import type { ContractNode, JsonObject } from "../contract-nodes.ts";
import type { ContractView } from "../contract-view.ts";
import { type CrossCheck, type Extension, type Finding, TRUE, WORD } from "./extension.ts";

function serversOf(view: ContractView): ContractNode[] {
  return view.nodes.filter(({ kind }) => kind === "server");
}

function lacking(extension: string) {
  return (view: ContractView) => serversOf(view).filter(({ node }) => node[extension] === undefined);
}

/** One list of servers is one host, with one address in each of its environments. */
const oneHostEach: CrossCheck = (view) =>
  view.nodes.flatMap((place): Finding[] => {
    const servers = [...view.children({ ...place, written: place.node }, "servers").values()].map(({ node }) => node);
    const hosts = new Set(servers.map((server) => server["x-host"]));
    const environments = servers.map((server) => server["x-environment"]);
    const twice = environments.find((name, index) => environments.indexOf(name) < index);
    const path = [...place.path, "servers"];
    if (hosts.size > 1) return [{ path, reason: `a list of servers is one host, not ${[...hosts].join(" and ")}` }];
    return twice === undefined
      ? []
      : [{ path, reason: `a list of servers has the environment ${twice} once, not twice` }];
  });

const oneAddressEach: CrossCheck = (view) => {
  const urls = new Map<string, unknown>();
  return serversOf(view).flatMap(({ node, path }): Finding[] => {
    const name = `${node["x-environment"]} ${node["x-host"]}`;
    if (!urls.has(name)) urls.set(name, node.url);
    if (urls.get(name) === node.url) return [];
    return [{ path, reason: `${name} is ${urls.get(name)} elsewhere, and ${node.url} here` }];
  });
};

const certificateEverywhere: CrossCheck = (view) => {
  const needs = new Map<unknown, boolean>();
  return serversOf(view).flatMap(({ node, path }): Finding[] => {
    const own = node["x-mutual-tls"] !== undefined;
    const first = needs.get(node["x-host"]) ?? own;
    needs.set(node["x-host"], first);
    if (first === own) return [];
    return [{ path, reason: `the host ${node["x-host"]} has x-mutual-tls in one place and not in another` }];
  });
};

const httpsAddress: JsonObject = { type: "string", pattern: "^https://[^/?#@\\s]+(/[^?#@\\s]*)?$" };

/** Extensions of a server. */
export const serverRows: readonly Extension[] = [
  {
    name: "x-environment",
    places: ["server"],
    value: WORD,
    expected: "one word, such as `production`",
    demand: { where: "every server", missing: lacking("x-environment") },
    checks: [oneHostEach, oneAddressEach],
    meaning:
      "The environment of this address. An operation whose servers leave an environment out is not available there.",
    readers: ["client"],
  },
  {
    name: "x-host",
    places: ["server"],
    value: WORD,
    expected: "one word, such as `api`",
    demand: { where: "every server", missing: lacking("x-host") },
    meaning:
      "The host, the same word in every environment. The servers of the document are the default host; those of a path or an operation replace them.",
    readers: ["client"],
  },
  {
    name: "x-mutual-tls",
    places: ["server"],
    value: TRUE,
    expected: "`true`",
    checks: [certificateEverywhere],
    meaning: "This host wants a client certificate.",
    readers: ["client"],
  },
  {
    name: "x-mutual-tls-url",
    places: ["server"],
    value: httpsAddress,
    expected: "an address that begins with `https://`",
    meaning:
      "The address of the same host in the same environment for partners who use mutual TLS. It wants a client certificate, and has the same operations.",
    readers: ["client"],
  },
  {
    name: "x-authorization-url",
    places: ["server"],
    value: httpsAddress,
    expected: "an address that begins with `https://`",
    meaning:
      "The page of this environment where a user lets the application act for them. It comes back with a code for `oauth.token`.",
    readers: ["client", "mock"],
  },
];
