// Generated from spec/ by `pnpm generate` (scripts/generate/emit-react-hooks.ts); edit the contract instead.
"use client";

import type {
  InfiniteData,
  SkipToken,
  UseInfiniteQueryResult,
  UseMutationResult,
  UseQueryResult,
} from "@tanstack/react-query";
import type {
  Card,
  CardPage,
  CardPhoneNumber,
  CardsGetArgs,
  CardsListAllArgs,
  CardsListArgs,
  CardsResetPinCountArgs,
  CardsUpdatePhoneNumberArgs,
  CardsUpdateStatusArgs,
  OneTimeTokenStatus,
  OtpDelivery,
  PermissionList,
  PermissionsListArgs,
  PermissionsUpdateArgs,
  PermissionsUpdateManyArgs,
  ScaStatusArgs,
  ScaTriggerSmsArgs,
  ScaTriggerVoiceArgs,
  ScaTriggerWhatsappArgs,
  ScaVerifySmsArgs,
  ScaVerifyVoiceArgs,
  ScaVerifyWhatsappArgs,
  SpendingLimitsListArgs,
  SpendingLimitsListForProfileArgs,
  SpendingLimitsRemoveArgs,
  SpendingLimitsSetArgs,
  SpendingList,
  WiseError,
} from "@wisekit/client";
import type { PageParam } from "../infinite-query-factory.ts";
import type { WithResource } from "../registered-client.ts";
import { type UncachedCall, useUncachedCall } from "../use-uncached-call.ts";
import { type UseWiseInfiniteQueryOptions, useWiseInfiniteQuery } from "../use-wise-infinite-query.ts";
import { type UseWiseMutationOptions, useWiseMutation } from "../use-wise-mutation.ts";
import { type UseWiseQueryOptions, useWiseQuery } from "../use-wise-query.ts";
import {
  cardsGet,
  cardsList,
  cardsListInfinite,
  cardsResetPinCount,
  cardsUpdatePhoneNumber,
  cardsUpdateStatus,
  permissionsList,
  permissionsUpdate,
  permissionsUpdateMany,
  spendingLimitsList,
  spendingLimitsListForProfile,
  spendingLimitsRemove,
  spendingLimitsSet,
} from "./factories.gen.ts";

/**
 * Returns the cards of a profile, page by page. A page beyond the last one is empty.
 *
 * `useQuery` over `cardQueries.list`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `cards.list`.
 */
export function useCards<Selected = CardPage>(
  ...given: WithResource<"cards", [args: CardsListArgs | SkipToken, options?: UseWiseQueryOptions<CardPage, Selected>]>
): UseQueryResult<Selected, WiseError> {
  return useWiseQuery(cardsList, ...given);
}

/**
 * Returns the cards of a profile, page by page. A page beyond the last one is empty.
 *
 * `useInfiniteQuery` over `cardQueries.list.infinite`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `cards.list`.
 */
export function useInfiniteCards<Selected = InfiniteData<CardPage, PageParam>>(
  ...given: WithResource<
    "cards",
    [args: CardsListAllArgs | SkipToken, options?: UseWiseInfiniteQueryOptions<CardPage, Selected>]
  >
): UseInfiniteQueryResult<Selected, WiseError> {
  return useWiseInfiniteQuery(cardsListInfinite, ...given);
}

/**
 * Returns a card.
 *
 * `useQuery` over `cardQueries.get`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `cards.get`.
 */
export function useCard<Selected = Card>(
  ...given: WithResource<"cards", [args: CardsGetArgs | SkipToken, options?: UseWiseQueryOptions<Card, Selected>]>
): UseQueryResult<Selected, WiseError> {
  return useWiseQuery(cardsGet, ...given);
}

/**
 * Returns the spending permissions of a card.
 *
 * `useQuery` over `permissionQueries.list`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `permissions.list`.
 */
export function usePermissions<Selected = PermissionList>(
  ...given: WithResource<
    "permissions",
    [args: PermissionsListArgs | SkipToken, options?: UseWiseQueryOptions<PermissionList, Selected>]
  >
): UseQueryResult<Selected, WiseError> {
  return useWiseQuery(permissionsList, ...given);
}

/**
 * Returns the spending limits of a card and how much of each has been used.
 *
 * `useQuery` over `spendingLimitQueries.list`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `spendingLimits.list`.
 *
 * @deprecated Deprecated by Wise.
 */
export function useSpendingLimits<Selected = SpendingList>(
  ...given: WithResource<
    "spendingLimits",
    [args: SpendingLimitsListArgs | SkipToken, options?: UseWiseQueryOptions<SpendingList, Selected>]
  >
): UseQueryResult<Selected, WiseError> {
  return useWiseQuery(spendingLimitsList, ...given);
}

/**
 * Returns the spending limits that apply to all cards of a profile together.
 *
 * `useQuery` over `spendingLimitQueries.listForProfile`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `spendingLimits.listForProfile`.
 *
 * @deprecated Deprecated by Wise.
 */
export function useSpendingLimitsForProfile<Selected = SpendingList>(
  ...given: WithResource<
    "spendingLimits",
    [args: SpendingLimitsListForProfileArgs | SkipToken, options?: UseWiseQueryOptions<SpendingList, Selected>]
  >
): UseQueryResult<Selected, WiseError> {
  return useWiseQuery(spendingLimitsListForProfile, ...given);
}

/**
 * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card sets its card
 * order to COMPLETED. Setting the current status succeeds and changes nothing.
 *
 * `useMutation` over `cardMutations.updateStatus`.
 *
 * Contract operation: `cards.updateStatus`.
 */
export function useUpdateCardStatus(
  ...given: WithResource<"cards", [options?: UseWiseMutationOptions<CardsUpdateStatusArgs, Card>]>
): UseMutationResult<Card, WiseError, CardsUpdateStatusArgs> {
  return useWiseMutation(cardsUpdateStatus, ...given);
}

/**
 * Resets the count of incorrect PIN entries to zero. After more than three incorrect entries, transactions are
 * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip of the card keeps a separate count, which
 * may have to be reset at an ATM.
 *
 * `useMutation` over `cardMutations.resetPinCount`.
 *
 * Contract operation: `cards.resetPinCount`.
 */
export function useResetCardPinCount(
  ...given: WithResource<"cards", [options?: UseWiseMutationOptions<CardsResetPinCountArgs, void>]>
): UseMutationResult<void, WiseError, CardsResetPinCountArgs> {
  return useWiseMutation(cardsResetPinCount, ...given);
}

/**
 * Updates the phone number of a card. Not available to partners who joined after 1 March 2025: their customers receive
 * one-time passwords on the phone number of the profile.
 *
 * `useMutation` over `cardMutations.updatePhoneNumber`.
 *
 * Contract operation: `cards.updatePhoneNumber`.
 *
 * @deprecated Deprecated by Wise.
 */
export function useUpdateCardPhoneNumber(
  ...given: WithResource<"cards", [options?: UseWiseMutationOptions<CardsUpdatePhoneNumberArgs, CardPhoneNumber>]>
): UseMutationResult<CardPhoneNumber, WiseError, CardsUpdatePhoneNumberArgs> {
  return useWiseMutation(cardsUpdatePhoneNumber, ...given);
}

/**
 * Enables or disables one type of transaction for a card. Setting the current value succeeds and changes nothing. A
 * locked permission cannot be updated.
 *
 * `useMutation` over `permissionMutations.update`.
 *
 * Contract operation: `permissions.update`.
 *
 * @deprecated Deprecated by Wise. Use permissions.updateMany.
 */
export function useUpdatePermission(
  ...given: WithResource<"permissions", [options?: UseWiseMutationOptions<PermissionsUpdateArgs, void>]>
): UseMutationResult<void, WiseError, PermissionsUpdateArgs> {
  return useWiseMutation(permissionsUpdate, ...given);
}

/**
 * Enables or disables several types of transaction for a card. If one of them is rejected, none is changed. Setting
 * the current value succeeds and changes nothing. A locked permission cannot be updated.
 *
 * `useMutation` over `permissionMutations.updateMany`.
 *
 * Contract operation: `permissions.updateMany`.
 */
export function useUpdatePermissions(
  ...given: WithResource<"permissions", [options?: UseWiseMutationOptions<PermissionsUpdateManyArgs, void>]>
): UseMutationResult<void, WiseError, PermissionsUpdateManyArgs> {
  return useWiseMutation(permissionsUpdateMany, ...given);
}

/**
 * Sets or replaces one spending limit of a card. It cannot exceed the general limit of the profile: a TRANSACTION or
 * DAILY limit is compared with the daily one, a MONTHLY limit with the monthly one. A LIFETIME limit is not compared.
 *
 * `useMutation` over `spendingLimitMutations.set`.
 *
 * Contract operation: `spendingLimits.set`.
 *
 * @deprecated Deprecated by Wise.
 */
export function useSetSpendingLimit(
  ...given: WithResource<"spendingLimits", [options?: UseWiseMutationOptions<SpendingLimitsSetArgs, void>]>
): UseMutationResult<void, WiseError, SpendingLimitsSetArgs> {
  return useWiseMutation(spendingLimitsSet, ...given);
}

/**
 * Removes one spending limit of a card. Removing a limit that is not set succeeds and changes nothing.
 *
 * `useMutation` over `spendingLimitMutations.remove`.
 *
 * Contract operation: `spendingLimits.remove`.
 *
 * @deprecated Deprecated by Wise.
 */
export function useRemoveSpendingLimit(
  ...given: WithResource<"spendingLimits", [options?: UseWiseMutationOptions<SpendingLimitsRemoveArgs, void>]>
): UseMutationResult<void, WiseError, SpendingLimitsRemoveArgs> {
  return useWiseMutation(spendingLimitsRemove, ...given);
}

/**
 * Returns the challenges of a one-time token and whether they have been passed.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.status`.
 */
export function useScaStatus(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaStatusArgs, OneTimeTokenStatus> {
  return useUncachedCall("sca.status");
}

/**
 * Sends a one-time password to the user by text message. Every call sends a new one.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.triggerSms`.
 */
export function useTriggerScaSms(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaTriggerSmsArgs, OtpDelivery> {
  return useUncachedCall("sca.triggerSms");
}

/**
 * Verifies the one-time password that the user received by text message, and so passes the challenge. Call
 * `sca.triggerSms` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15 minutes.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.verifySms`.
 */
export function useVerifyScaSms(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaVerifySmsArgs, OneTimeTokenStatus> {
  return useUncachedCall("sca.verifySms");
}

/**
 * Sends a one-time password to the user by WhatsApp. Every call sends a new one.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.triggerWhatsapp`.
 */
export function useTriggerScaWhatsapp(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaTriggerWhatsappArgs, OtpDelivery> {
  return useUncachedCall("sca.triggerWhatsapp");
}

/**
 * Verifies the one-time password that the user received by WhatsApp, and so passes the challenge. Call
 * `sca.triggerWhatsapp` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15
 * minutes.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.verifyWhatsapp`.
 */
export function useVerifyScaWhatsapp(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaVerifyWhatsappArgs, OneTimeTokenStatus> {
  return useUncachedCall("sca.verifyWhatsapp");
}

/**
 * Sends a one-time password to the user by phone call. Every call sends a new one.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.triggerVoice`.
 */
export function useTriggerScaVoice(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaTriggerVoiceArgs, OtpDelivery> {
  return useUncachedCall("sca.triggerVoice");
}

/**
 * Verifies the one-time password that the user received by phone call, and so passes the challenge. Call
 * `sca.triggerVoice` first. After five incorrect passwords in a row, no new one-time tokens are issued for 15 minutes.
 *
 * Holds a secret, so neither arguments nor response are cached.
 *
 * Contract operation: `sca.verifyVoice`.
 */
export function useVerifyScaVoice(
  ..._: WithResource<"sca", []>
): UncachedCall<ScaVerifyVoiceArgs, OneTimeTokenStatus> {
  return useUncachedCall("sca.verifyVoice");
}
