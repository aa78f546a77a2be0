// An app whose client has cards and permissions only, and that says so. A program of its own, for `Register` is global.
import {
  cardMutations,
  cardQueries,
  spendingLimitQueries,
  useCard,
  useCardReveal,
  useInfiniteCards,
  usePermissions,
  useScaStatus,
  useSetSpendingLimit,
  useSpendingLimits,
  useUpdateCardStatus,
  useWise,
  WiseProvider,
} from "@wisekit/react";
import type { ReactNode } from "react";
import { wise } from "../../examples/some-resources.ts";

const card = { profileId: 1, cardToken: "token" };

export function App(): ReactNode {
  return (
    <WiseProvider client={wise}>
      <Card />
    </WiseProvider>
  );
}

function Card(): ReactNode {
  const shown = useCard(card, { select: ({ lastFourDigits }) => lastFourDigits }).data;
  const text: string | null | undefined = shown;
  const listed: number | undefined = useInfiniteCards({ profileId: 1 }).data?.pages.length;
  const isEnabled: boolean | undefined = usePermissions(card).data?.permissions[0]?.isEnabled;
  const updateStatus = useUpdateCardStatus({ onSuccess: () => undefined });
  const options = [cardQueries.get(card), cardMutations.updateStatus()];
  void useWise().cards;
  // @ts-expect-error the client has no sca
  void useWise().sca;
  // @ts-expect-error a hook of a resource that the client lacks
  useSpendingLimits(card);
  // @ts-expect-error and without arguments
  useSetSpendingLimit();
  // @ts-expect-error and with options
  useSetSpendingLimit({ onSuccess: () => undefined });
  // @ts-expect-error and past the caches
  useScaStatus();
  // @ts-expect-error cardData and sca are missing
  useCardReveal({ cardToken: "token" });
  // @ts-expect-error options of it
  spendingLimitQueries.list(card);
  return `${text} ${listed} ${isEnabled} ${updateStatus.isPending} ${options.length}`;
}
