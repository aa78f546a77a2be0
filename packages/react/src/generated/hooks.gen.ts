// Generated from spec/ by `pnpm generate`; edit the contract instead.
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
import { type UsePagedReadOptions, type UseReadOptions, usePagedRead, useRead } from "../use-read.ts";
import { type UncachedCall, type UncachedFacts, useUncachedCall } from "../use-uncached-call.ts";
import { type UseWriteOptions, useWrite } from "../use-write.ts";
import { cardMutations, permissionMutations, spendingLimitMutations } from "./mutations.gen.ts";
import { cardQueries, permissionQueries, spendingLimitQueries } from "./queries.gen.ts";

/**
 * Returns the cards of a profile, one page at a time. The order is not documented. A page past the last one is empty.
 *
 * `useQuery` over `cardQueries.list`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `cards.list`.
 */
export function useCards<Selected = CardPage>(
  args: CardsListArgs | SkipToken,
  options?: UseReadOptions<CardPage, Selected>,
): UseQueryResult<Selected, WiseError> {
  return useRead(cardQueries.list, args, options);
}

/**
 * Returns the cards of a profile, one page at a time. The order is not documented. A page past the last one is empty.
 *
 * `useInfiniteQuery` over `cardQueries.list.infinite`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `cards.list`.
 */
export function useInfiniteCards<Selected = InfiniteData<CardPage, number>>(
  args: CardsListAllArgs | SkipToken,
  options?: UsePagedReadOptions<CardPage, Selected>,
): UseInfiniteQueryResult<Selected, WiseError> {
  return usePagedRead(cardQueries.list, args, options);
}

/**
 * Returns one card.
 *
 * `useQuery` over `cardQueries.get`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `cards.get`.
 */
export function useCard<Selected = Card>(
  args: CardsGetArgs | SkipToken,
  options?: UseReadOptions<Card, Selected>,
): UseQueryResult<Selected, WiseError> {
  return useRead(cardQueries.get, args, options);
}

/**
 * Returns the spending permissions of a card.
 *
 * `useQuery` over `permissionQueries.list`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `permissions.list`.
 */
export function usePermissions<Selected = PermissionList>(
  args: PermissionsListArgs | SkipToken,
  options?: UseReadOptions<PermissionList, Selected>,
): UseQueryResult<Selected, WiseError> {
  return useRead(permissionQueries.list, args, options);
}

/**
 * Returns the spending limits of a card and how much of each is used.
 *
 * `useQuery` over `spendingLimitQueries.list`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `spendingLimits.list`.
 *
 * @deprecated The vendor advises against it.
 */
export function useSpendingLimits<Selected = SpendingList>(
  args: SpendingLimitsListArgs | SkipToken,
  options?: UseReadOptions<SpendingList, Selected>,
): UseQueryResult<Selected, WiseError> {
  return useRead(spendingLimitQueries.list, args, options);
}

/**
 * Returns the spending limits that all cards of a profile share.
 *
 * `useQuery` over `spendingLimitQueries.listForProfile`; `skipToken` for arguments makes it wait.
 *
 * Contract operation: `spendingLimits.listForProfile`.
 *
 * @deprecated The vendor advises against it.
 */
export function useSpendingLimitsForProfile<Selected = SpendingList>(
  args: SpendingLimitsListForProfileArgs | SkipToken,
  options?: UseReadOptions<SpendingList, Selected>,
): UseQueryResult<Selected, WiseError> {
  return useRead(spendingLimitQueries.listForProfile, args, options);
}

/**
 * Activates, freezes, unfreezes or blocks a card. Blocking cannot be undone. Activating an inactive card brings its
 * order to COMPLETED. Asking for the status that the card has already changes nothing and succeeds.
 *
 * `useMutation` over `cardMutations.updateStatus`.
 *
 * Contract operation: `cards.updateStatus`.
 */
export function useUpdateCardStatus(
  options?: UseWriteOptions<CardsUpdateStatusArgs, Card>,
): UseMutationResult<Card, WiseError, CardsUpdateStatusArgs> {
  return useWrite(cardMutations.updateStatus, options);
}

/**
 * Sets the count of wrong PIN entries back to zero. After more than three wrong entries every further transaction is
 * declined with PIN_ENTRY_TRIES_EXCEEDED until the count is reset. The chip has a count of its own, which sometimes
 * has to be reset at a cash machine.
 *
 * `useMutation` over `cardMutations.resetPinCount`.
 *
 * Contract operation: `cards.resetPinCount`.
 */
export function useResetCardPinCount(
  options?: UseWriteOptions<CardsResetPinCountArgs, void>,
): UseMutationResult<void, WiseError, CardsResetPinCountArgs> {
  return useWrite(cardMutations.resetPinCount, options);
}

/**
 * Sets the phone number that belongs to a card. Not for partners who joined after 1 March 2025, whose customers get
 * their one-time passwords on the phone number of the profile.
 *
 * `useMutation` over `cardMutations.updatePhoneNumber`.
 *
 * Contract operation: `cards.updatePhoneNumber`.
 *
 * @deprecated The vendor advises against it.
 */
export function useUpdateCardPhoneNumber(
  options?: UseWriteOptions<CardsUpdatePhoneNumberArgs, CardPhoneNumber>,
): UseMutationResult<CardPhoneNumber, WiseError, CardsUpdatePhoneNumberArgs> {
  return useWrite(cardMutations.updatePhoneNumber, options);
}

/**
 * Switches one kind of transaction on or off for a card. Use `permissions.updateMany` instead. Setting a permission to
 * what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
 *
 * `useMutation` over `permissionMutations.update`.
 *
 * Contract operation: `permissions.update`.
 *
 * @deprecated The vendor advises against it.
 */
export function useUpdatePermission(
  options?: UseWriteOptions<PermissionsUpdateArgs, void>,
): UseMutationResult<void, WiseError, PermissionsUpdateArgs> {
  return useWrite(permissionMutations.update, options);
}

/**
 * Switches several kinds of transaction on or off for a card: all that are named, or, when one is refused, none.
 * Setting a permission to what it is already changes nothing and succeeds; a locked one can be disabled, not enabled.
 *
 * `useMutation` over `permissionMutations.updateMany`.
 *
 * Contract operation: `permissions.updateMany`.
 */
export function useUpdatePermissions(
  options?: UseWriteOptions<PermissionsUpdateManyArgs, void>,
): UseMutationResult<void, WiseError, PermissionsUpdateManyArgs> {
  return useWrite(permissionMutations.updateMany, options);
}

/**
 * Gives a card a limit of one kind, in place of the one it may have had. A limit for a transaction or a day is held
 * against the daily limit that the profile has for everything, one for a month against the monthly one; one for the
 * card's life has nothing above it.
 *
 * `useMutation` over `spendingLimitMutations.set`.
 *
 * Contract operation: `spendingLimits.set`.
 *
 * @deprecated The vendor advises against it.
 */
export function useSetSpendingLimit(
  options?: UseWriteOptions<SpendingLimitsSetArgs, void>,
): UseMutationResult<void, WiseError, SpendingLimitsSetArgs> {
  return useWrite(spendingLimitMutations.set, options);
}

/**
 * Removes one spending limit of a card. Removing a limit that is not set changes nothing and succeeds.
 *
 * `useMutation` over `spendingLimitMutations.remove`.
 *
 * Contract operation: `spendingLimits.remove`.
 *
 * @deprecated The vendor advises against it.
 */
export function useRemoveSpendingLimit(
  options?: UseWriteOptions<SpendingLimitsRemoveArgs, void>,
): UseMutationResult<void, WiseError, SpendingLimitsRemoveArgs> {
  return useWrite(spendingLimitMutations.remove, options);
}

const scaStatusFacts: UncachedFacts = { operation: "sca.status", invalidates: {} };

/**
 * Returns the challenges of a one-time token and which of them have been passed.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.status`.
 */
export function useScaStatus(): UncachedCall<ScaStatusArgs, OneTimeTokenStatus> {
  return useUncachedCall(scaStatusFacts);
}

const scaTriggerSmsFacts: UncachedFacts = { operation: "sca.triggerSms", invalidates: {} };

/**
 * Sends a one-time password to the user by a text message. Every call sends another one.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.triggerSms`.
 */
export function useTriggerScaSms(): UncachedCall<ScaTriggerSmsArgs, OtpDelivery> {
  return useUncachedCall(scaTriggerSmsFacts);
}

const scaVerifySmsFacts: UncachedFacts = { operation: "sca.verifySms", invalidates: {} };

/**
 * Passes the challenge of a one-time token with the password that the user received by a text message. After five
 * wrong ones in a row no further tokens are made for fifteen minutes.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.verifySms`.
 */
export function useVerifyScaSms(): UncachedCall<ScaVerifySmsArgs, OneTimeTokenStatus> {
  return useUncachedCall(scaVerifySmsFacts);
}

const scaTriggerWhatsappFacts: UncachedFacts = { operation: "sca.triggerWhatsapp", invalidates: {} };

/**
 * Sends a one-time password to the user by a WhatsApp message. Every call sends another one.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.triggerWhatsapp`.
 */
export function useTriggerScaWhatsapp(): UncachedCall<ScaTriggerWhatsappArgs, OtpDelivery> {
  return useUncachedCall(scaTriggerWhatsappFacts);
}

const scaVerifyWhatsappFacts: UncachedFacts = { operation: "sca.verifyWhatsapp", invalidates: {} };

/**
 * Passes the challenge of a one-time token with the password that the user received by a WhatsApp message. After five
 * wrong ones in a row no further tokens are made for fifteen minutes.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.verifyWhatsapp`.
 */
export function useVerifyScaWhatsapp(): UncachedCall<ScaVerifyWhatsappArgs, OneTimeTokenStatus> {
  return useUncachedCall(scaVerifyWhatsappFacts);
}

const scaTriggerVoiceFacts: UncachedFacts = { operation: "sca.triggerVoice", invalidates: {} };

/**
 * Sends a one-time password to the user by a phone call. Every call sends another one.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.triggerVoice`.
 */
export function useTriggerScaVoice(): UncachedCall<ScaTriggerVoiceArgs, OtpDelivery> {
  return useUncachedCall(scaTriggerVoiceFacts);
}

const scaVerifyVoiceFacts: UncachedFacts = { operation: "sca.verifyVoice", invalidates: {} };

/**
 * Passes the challenge of a one-time token with the password that the user received by a phone call. After five wrong
 * ones in a row no further tokens are made for fifteen minutes.
 *
 * Holds a secret, so neither arguments nor answer are cached.
 *
 * Contract operation: `sca.verifyVoice`.
 */
export function useVerifyScaVoice(): UncachedCall<ScaVerifyVoiceArgs, OneTimeTokenStatus> {
  return useUncachedCall(scaVerifyVoiceFacts);
}
