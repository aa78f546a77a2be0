import { issueTokens } from "../engine/tokens.ts";
import type { OperationHandlers } from "./operation-handler.ts";

/** Access and refresh tokens. */
export const oauthHandlers: OperationHandlers = {
  "oauth.token": ({ body }, context) => ({ status: 200, body: issueTokens(context, body) }),
};
