import type { ContractModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";
import { propertyName } from "./type-text.ts";

/** The addresses of each environment. */
export function emitEnvironments(model: ContractModel): string {
  const entries = model.environments.map((name) => {
    const urls = model.hosts.flatMap((host) =>
      host.urls[name] === undefined ? [] : [`${host.name}: ${JSON.stringify(host.urls[name])}`],
    );
    return `  ${name}: { ${urls.join(", ")} },\n`;
  });
  const about = docComment({
    paragraphs: [
      "Addresses of the two hosts of each environment. `twcard` serves sensitive card data, `api` the rest.",
    ],
  });
  return `${generatedNotice}\n${about}export const environments = {\n${entries.join("")}} as const;\n`;
}

/** The documented limits of one partner client, and the headers that the client sends and reads by itself. */
export function emitClientFacts(model: ContractModel): string {
  const limits = model.rateLimits.map(
    ({ requests, windowSeconds }) => `  { requests: ${requests}, windowMs: ${windowSeconds * 1000} },\n`,
  );
  const { traceHeader, challengeHeader, challengeValue } = model.responseFacts;
  const headers = model.options.map(({ name, wireName }) => `  ${name}: ${JSON.stringify(wireName)},\n`);
  return [
    `${generatedNotice}\n`,
    docComment({ paragraphs: ["The documented rate limits of one partner client."] }),
    `export const rateLimits = [\n${limits.join("")}] as const;\n\n`,
    docComment({ paragraphs: ["The header that each call option is sent in; an answer has it in the same one."] }),
    `export const optionHeaders = {\n${headers.join("")}} as const;\n\n`,
    docComment({ paragraphs: ["The header of an answer with Wise's identifier of the call."] }),
    `export const traceHeader = ${JSON.stringify(traceHeader)};\n\n`,
    docComment({
      paragraphs: ["The header of an answer that says whether strong customer authentication stopped the call."],
    }),
    `export const challengeHeader = ${JSON.stringify(challengeHeader)};\n\n`,
    docComment({ paragraphs: ["What that header says then."] }),
    `export const challengeValue = ${JSON.stringify(challengeValue)};\n`,
  ].join("");
}

/** The life cycles as far as a client may move them. */
export function emitCardStatus(model: ContractModel): string {
  const about = docComment({
    paragraphs: [
      "From a card's present status to the statuses that may be asked for. A status that is no key here allows nothing.",
    ],
  });
  const constants = model.transitions.map(({ constant, map }) => {
    const entries = Object.entries(map).map(
      ([from, targets]) => `  ${propertyName(from)}: ${JSON.stringify(targets).replaceAll(",", ", ")},\n`,
    );
    return `${about}export const ${constant} = {\n${entries.join("")}} as const;\n`;
  });
  return `${generatedNotice}\n${constants.join("\n")}`;
}
