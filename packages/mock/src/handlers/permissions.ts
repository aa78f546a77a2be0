import { permissionTypes } from "../engine/card.ts";
import { changePermissions } from "../engine/card-changes.ts";
import { findCard } from "../engine/find-card.ts";
import type { OperationHandlers } from "./operation-handler.ts";

/** The spending permissions. */
export const permissionHandlers: OperationHandlers = {
  "permissions.list"({ path }, context) {
    const { permissions } = findCard(context, path.profileId, path.cardToken);
    return { status: 200, body: { permissions: permissionTypes.map((type) => ({ type, ...permissions[type] })) } };
  },

  "permissions.update"({ path, body }, context) {
    changePermissions(findCard(context, path.profileId, path.cardToken), [body]);
    return { status: 200 };
  },

  "permissions.updateMany"({ path, body }, context) {
    changePermissions(findCard(context, path.profileId, path.cardToken), body.permissions);
    return { status: 200 };
  },
};
