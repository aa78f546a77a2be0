import { permissionTypes } from "../engine/card.ts";
import { changePermissions } from "../engine/card-changes.ts";
import { findCard, type World } from "../engine/world.ts";
import type { OperationHandlers } from "../generated/handlers.gen.ts";

/** The spending permissions. */
export const permissionHandlers: OperationHandlers<World> = {
  "permissions.list"({ path }, world) {
    const { permissions } = findCard(world, path.profileId, path.cardToken);
    return { status: 200, body: { permissions: permissionTypes.map((type) => ({ type, ...permissions[type] })) } };
  },

  "permissions.update"({ path, body }, world) {
    changePermissions(findCard(world, path.profileId, path.cardToken), [body], () => "type");
    return { status: 200 };
  },

  "permissions.updateMany"({ path, body }, world) {
    const card = findCard(world, path.profileId, path.cardToken);
    changePermissions(card, body.permissions, (index) => `permissions.${index}.type`);
    return { status: 200 };
  },
};
