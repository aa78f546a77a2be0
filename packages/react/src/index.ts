export { attachClient } from "./attached-client.ts";
export type { OperationKey } from "./call-operation.ts";
// One name per operation of the contract: a list by hand would have to be kept.
export type * from "./generated/data-types.gen.ts";
export * from "./generated/hooks.gen.ts";
export * from "./generated/mutations.gen.ts";
export * from "./generated/queries.gen.ts";
export type {
  InfiniteQueryFactory,
  PageParam,
  WiseInfiniteQueryOptions,
} from "./infinite-query-factory.ts";
export type { MutationFactory, WiseMutationOptions } from "./mutation-factory.ts";
export type { QueryFactory, WiseQueryOptions } from "./query-factory.ts";
export type { WiseQueryKey, WiseQueryKeyPrefix } from "./query-key.ts";
export type { AnyWiseClient } from "./registered-client.ts";
export { canReveal } from "./reveal/can-reveal.ts";
export type {
  HiddenBy,
  RevealChallenge,
  RevealedData,
  RevealKind,
  RevealSessionOptions,
  RevealState,
} from "./reveal/reveal-state.ts";
export type { ScaChannel } from "./reveal/sca-channel.ts";
export { SecretText, type SecretTextProps } from "./reveal/secret-text.tsx";
export { type CardRevealHandle, type CardRevealOptions, useCardReveal } from "./reveal/use-card-reveal.ts";
export type { UncachedCall } from "./use-uncached-call.ts";
export type { UseWiseInfiniteQueryOptions } from "./use-wise-infinite-query.ts";
export type { UseWiseMutationOptions } from "./use-wise-mutation.ts";
export type { UseWiseQueryOptions } from "./use-wise-query.ts";
export { useWise, WiseProvider, type WiseProviderProps } from "./wise-provider.tsx";
