import type { ContractModel, HostModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";
import { propertyName } from "./type-text.ts";
import { valueText } from "./value-text.ts";

/** The hosts, and their addresses in each environment. */
export function emitHosts(model: ContractModel): string {
  const fields = model.hosts.map(({ name, isDefault, mutualTls }) => {
    const about = [
      isDefault ? "The host of every operation that names no other." : undefined,
      mutualTls ? "Needs a client certificate." : undefined,
    ];
    const said = about.filter((text) => text !== undefined).join(" ");
    return `${docComment({ paragraphs: [said] }, "  ")}  readonly ${propertyName(name)}?: string | undefined;\n`;
  });
  const pages = Object.assign({}, ...model.hosts.map(({ authorizationUrls }) => authorizationUrls));
  const defaultHost = model.hosts.find(({ isDefault }) => isDefault)?.name;
  const mutualTls = model.hosts.filter((host) => host.mutualTls).map(({ name }) => name);
  return [
    `${generatedNotice}\n`,
    docComment({ paragraphs: ["Addresses of hosts. A call to a host without an address is a `TypeError`."] }),
    `export interface Hosts {\n${fields.join("")}}\n`,
    `\n${docComment({ paragraphs: ["The name of a host."] })}export type Host = keyof Hosts;\n`,
    `\n${docComment({ paragraphs: ["The address of each host in each environment of Wise's."] })}`,
    `export const environments = ${valueText(addressesOf(model, ({ urls }) => urls))} as const;\n`,
    `\n${docComment({ paragraphs: ["The name of an environment."] })}export type Environment = keyof typeof environments;\n`,
    `\n${docComment({ paragraphs: ["The host of every operation that names no other."] })}`,
    `export const defaultHost: Host = ${JSON.stringify(defaultHost)};\n`,
    `\n${docComment({ paragraphs: ["The hosts that need a client certificate."] })}`,
    `export const mutualTlsHosts: readonly Host[] = ${valueText(mutualTls)};\n`,
    `\n${docComment({ paragraphs: ["The addresses of hosts for clients with a certificate, which they want to see."] })}`,
    `export const mutualTlsEnvironments: Readonly<Record<Environment, Hosts>> = ${valueText(
      addressesOf(model, ({ mutualTlsUrls }) => mutualTlsUrls),
    )};\n`,
    `\n${docComment({ paragraphs: ["The page of each environment where a user lets the application act for them."] })}`,
    `export const authorizationPages: { readonly [Name in Environment]?: string } = ${valueText(pages)};\n`,
  ].join("");
}

/** The addresses of hosts in each environment. */
function addressesOf(model: ContractModel, urlsOf: (host: HostModel) => HostModel["urls"]): object {
  const inEnvironment = (environment: string): object =>
    Object.fromEntries(
      model.hosts.flatMap((host) =>
        urlsOf(host)[environment] === undefined ? [] : [[host.name, urlsOf(host)[environment]]],
      ),
    );
  return Object.fromEntries(model.environments.map((environment) => [environment, inEnvironment(environment)]));
}

/** The options of a call that are sent as headers. */
export function emitOptions(model: ContractModel): string {
  const options = model.options.filter(({ isIdempotencyKey }) => !isIdempotencyKey);
  const fields = options.map(({ name, wireName, description }) => {
    const comment = docComment(
      { paragraphs: [`${description ?? "Sent as a header."} Header: \`${wireName}\`.\n@default none: not sent`] },
      "  ",
    );
    return `${comment}  readonly ${name}?: string | undefined;\n`;
  });
  const headers = Object.fromEntries(options.map(({ name, wireName }) => [name, wireName]));
  return [
    `${generatedNotice}\n`,
    docComment({ paragraphs: ["Options of a call that are sent as headers."] }),
    `export interface ContractOptions {\n${fields.join("")}}\n`,
    `\n${docComment({ paragraphs: ["The header that each of them is sent in."] })}`,
    `export const optionHeaders = ${valueText(headers)} as const;\n`,
  ].join("");
}

/** The documented limits of one partner client, and the headers of responses that the client reads by itself. */
export function emitClientFacts(model: ContractModel): string {
  const limits = model.rateLimits.map(({ requests, windowSeconds }) => ({ requests, windowMs: windowSeconds * 1000 }));
  const { traceHeader, correlationHeader, oneTimeTokenHeader, challengeHeader, challengeValue, userLimit } =
    model.responseFacts;
  const facts = {
    traceId: traceHeader,
    correlationId: correlationHeader,
    oneTimeToken: oneTimeTokenHeader,
    challenge: { header: challengeHeader, value: challengeValue },
    errorHeaders: model.responseFacts.errorHeaders,
    userLimit,
  };
  return [
    `${generatedNotice}\n`,
    'import type { ResponseFacts } from "../response/headers.ts";\n\n',
    docComment({ paragraphs: ["The documented rate limits of one partner."] }),
    `export const rateLimits = ${valueText(limits)} as const;\n`,
    `\n${docComment({ paragraphs: ["Which headers of responses say what."] })}`,
    `export const responseFacts: ResponseFacts = ${valueText(facts)};\n`,
  ].join("");
}

/** The life cycles as far as a client may move them. */
export function emitTransitions(model: ContractModel): string {
  const constants = model.transitions.map(({ constant, map }) => {
    const about = docComment({
      paragraphs: [
        "From a present status to the statuses that may be asked for. A status that is not here allows none.",
      ],
    });
    const entries = Object.entries(map).map(([from, targets]) => `  ${propertyName(from)}: ${valueText(targets)},\n`);
    return `\n${about}export const ${constant} = {\n${entries.join("")}} as const;\n`;
  });
  return generatedNotice + constants.join("");
}
