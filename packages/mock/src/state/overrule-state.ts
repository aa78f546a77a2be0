import { addKnownTokens } from "../create-context.ts";
import type { MockContext } from "../engine/context.ts";
import type { MockOptions } from "../mock-options.ts";

/**
 * Makes options win over the settings that a state file brought along, and says in sentences which do, and which cannot
 * because the state is there already.
 */
export function overruleState(context: MockContext, options: MockOptions, stateFile: string): string[] {
  const { settings } = context;
  const { sca, cardData = {}, tokens, scenario, seed } = options;
  const before = { ...settings };
  const won: string[] = [];
  if (sca !== undefined) settings.sca = sca;
  if (sca !== undefined && sca !== before.sca) won.push("sca");
  const { responseFormat, nonce, keyWraps } = cardData;
  if (responseFormat !== undefined) settings.cardDataResponseFormat = responseFormat;
  if (settings.cardDataResponseFormat !== before.cardDataResponseFormat) won.push("cardData.responseFormat");
  if (nonce !== undefined) settings.cardDataNonce = nonce;
  if (settings.cardDataNonce !== before.cardDataNonce) won.push("cardData.nonce");
  if (keyWraps !== undefined) settings.keyWraps = keyWraps;
  if (String(settings.keyWraps) !== String(before.keyWraps)) won.push("cardData.keyWraps");
  if (tokens !== undefined) {
    addKnownTokens(context.state, tokens, context.clock.nowMs());
    settings.knownTokensOnly = true;
    won.push("tokens");
  }
  const unused = Object.entries({ scenario, seed }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const verb = unused.length > 1 ? "are" : "is";
  return [
    ...(unused.length > 0 ? [`The state comes from ${stateFile}: ${unused.join(" and ")} ${verb} not used.`] : []),
    ...(won.length > 0 ? [`These options win over ${stateFile}: ${won.join(", ")}.`] : []),
  ];
}
