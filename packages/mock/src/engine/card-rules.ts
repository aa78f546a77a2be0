import type { Operation } from "../contract/operation.ts";
import type { Parameter } from "../contract/parameter.ts";
import type { OperationInput } from "../pipeline/request.ts";
import { forbiddenError } from "./api-error.ts";
import type { MockCard } from "./card.ts";
import type { MockContext } from "./context.ts";
import { findCard, findCardByToken, findProfile } from "./find-card.ts";
import type { MockProfile } from "./profile.ts";
import { decideSca, type ScaDecision } from "./sca.ts";

/** What a call is about, by its arguments `cardToken` and `profileId`. */
interface Subject {
  readonly card: MockCard | undefined;
  readonly profile: MockProfile | undefined;
}

/**
 * Holds a call to what the contract says of its card and of strong customer authentication (`x-requires-card-status`,
 * `x-sca`), whoever responds to it. `offered` is the one-time token that it carries. @throws ApiError 404 for an unknown card, 403 for its status or with a challenge
 */
export function checkCardRules(
  context: MockContext,
  operation: Operation,
  input: OperationInput,
  offered: string | undefined,
): ScaDecision {
  const { requiredCardStatuses, mayNeedSca } = operation;
  if (!requiredCardStatuses && !mayNeedSca) return { kind: "not-needed" };
  const { card, profile } = findSubject(context, operation, input);
  if (card && requiredCardStatuses && !requiredCardStatuses.includes(card.status)) {
    throw forbiddenError(`This is not possible while a card is ${card.status}`);
  }
  if (!mayNeedSca || !profile) return { kind: "not-needed" };
  return decideSca(context, { profile, cardToken: card?.token ?? "", operation: operation.name, offered });
}

function findSubject(context: MockContext, operation: Operation, input: OperationInput): Subject {
  const { pathParameters, headerParameters } = operation;
  const inPath = pathParameters.find(isArgument("cardToken"));
  const inHeader = headerParameters.find(isArgument("cardToken"));
  const profileParameter = pathParameters.find(isArgument("profileId"));
  const profileId = profileParameter && Number(input.path[profileParameter.name]);
  const token = inPath ? input.path[inPath.name] : inHeader && input.headers[inHeader.name.toLowerCase()];
  if (token === undefined) return { card: undefined, profile: profileOf(context, profileId) };
  const name = (inPath ?? inHeader)?.name ?? "";
  const card =
    profileId === undefined
      ? findCardByToken(context, String(token), name)
      : findCard(context, profileId, String(token));
  return { card, profile: findProfile(context, card.profileId) };
}

/** The mock does not know whose token a call carries; a call about no profile is the first one's. */
function profileOf(context: MockContext, profileId: number | undefined): MockProfile | undefined {
  if (profileId !== undefined) return findProfile(context, profileId);
  const [first] = context.state.profiles.values();
  return first;
}

function isArgument(argument: string): (parameter: Parameter) => boolean {
  return (parameter) => parameter.argument === argument;
}
