import type { Card, Permission, UpdatablePermissionType } from "@wisekit/client";
import { usePermissions, useUpdatePermissions } from "@wisekit/react";
import type { ReactNode } from "react";
import { useAnnounce } from "../ui/announcer.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Icon } from "../ui/icon.tsx";

interface PermissionText {
  readonly label: string;
  readonly about: string;
}

const texts: Readonly<Record<UpdatablePermissionType, PermissionText>> = {
  ECOM: { label: "Online payments", about: "On websites and in apps" },
  POS_CONTACTLESS: { label: "Contactless", about: "Tapping the card in a shop" },
  POS_CHIP: { label: "Chip and PIN", about: "Inserting the card in a shop" },
  POS_MAGSTRIPE: { label: "Magnetic stripe", about: "Swiping the card, where there is no chip reader" },
  ATM_WITHDRAWAL: { label: "Cash machines", about: "Withdrawing cash" },
  MOBILE_WALLETS: { label: "Mobile wallets", about: "Apple Pay, Google Pay and the like" },
};

const order = Object.keys(texts);

/** Which payments a card may make. */
export function Permissions({ card }: { card: Card }): ReactNode {
  const permissions = usePermissions({ profileId: card.profileId, cardToken: card.token });
  const known = permissions.data?.permissions.filter(isKnown).sort(byOrder) ?? [];
  return (
    <section className="panel" aria-labelledby="permissions-title">
      <h3 id="permissions-title">What this card can be used for</h3>
      {permissions.isPending && <Skeleton />}
      {permissions.isError && <ErrorNotice error={permissions.error} onRetry={() => void permissions.refetch()} />}
      <ul className="rows">
        {known.map((permission) => (
          <PermissionRow key={permission.type} card={card} permission={permission} />
        ))}
      </ul>
    </section>
  );
}

type KnownPermission = Permission & { readonly type: UpdatablePermissionType };

function PermissionRow({ card, permission }: { card: Card; permission: KnownPermission }): ReactNode {
  const announce = useAnnounce();
  const update = useUpdatePermissions();
  const { label, about } = texts[permission.type];
  // While the change is under way the switch stands where it will be; a failure puts it back.
  const asked = update.isPending ? update.variables.permissions[0]?.isEnabled : undefined;
  const isOn = asked ?? permission.isEnabled;
  const isLocked = permission.isLocked === true && !permission.isEnabled;
  const id = `permission-${permission.type}`;
  const toggle = () => {
    if (isLocked || update.isPending) return;
    const permissions = [{ type: permission.type, isEnabled: !isOn }];
    const onSuccess = () => announce(`${label} turned ${isOn ? "off" : "on"}.`);
    update.mutate({ profileId: card.profileId, cardToken: card.token, permissions }, { onSuccess });
  };
  return (
    <li className="row">
      <span className="row-text">
        <span id={id}>{label}</span>
        <span id={`${id}-about`} className="fine">
          {isLocked ? (
            <>
              <Icon name="lock" /> {lockedReason(card)}
            </>
          ) : (
            about
          )}
        </span>
      </span>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        aria-busy={update.isPending || undefined}
        aria-disabled={isLocked || undefined}
        onClick={toggle}
      />
      {update.error && <ErrorNotice error={update.error} />}
    </li>
  );
}

function lockedReason({ unlockSpendingPermissions, status }: Card): string {
  if (unlockSpendingPermissions === "WITH_FIRST_CHIP_AND_PIN_TRANSACTION") {
    return "Locked until the first purchase with chip and PIN";
  }
  if (unlockSpendingPermissions === "WITH_PARTNER_API" && status.value === "INACTIVE") {
    return "Locked until the card is activated";
  }
  return "Locked by the card issuer";
}

function isKnown(permission: Permission): permission is KnownPermission {
  return permission.type in texts;
}

function byOrder(a: Permission, b: Permission): number {
  return order.indexOf(a.type) - order.indexOf(b.type);
}

function Skeleton(): ReactNode {
  return (
    <div role="status">
      <span className="visually-hidden">Loading permissions</span>
      {[1, 2, 3].map((row) => (
        <span key={row} className="skeleton skeleton-row" />
      ))}
    </div>
  );
}
