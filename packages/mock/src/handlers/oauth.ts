import type { MockContext } from "../engine/context.ts";
import { issueTokens } from "../engine/tokens.ts";
import type { OperationHandlers } from "../generated/handlers.gen.ts";

/** Access and refresh tokens. */
export const oauthHandlers: OperationHandlers<MockContext> = {
  "oauth.token": ({ body }, context) => ({ status: 200, body: issueTokens(context, body) }),
};
