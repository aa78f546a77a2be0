import { issueTokens } from "../engine/tokens.ts";
import type { World } from "../engine/world.ts";
import type { OperationHandlers } from "../generated/handlers.gen.ts";

/** Access and refresh tokens. */
export const oauthHandlers: OperationHandlers<World> = {
  "oauth.token": ({ body }, world) => ({ status: 200, body: issueTokens(world, body) }),
};
