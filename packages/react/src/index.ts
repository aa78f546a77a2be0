export { attachClient } from "./attached-client.ts";
// One name per operation of the contract: a list by hand would have to be kept.
export * from "./generated/hooks.gen.ts";
export * from "./generated/mutations.gen.ts";
export * from "./generated/queries.gen.ts";
export type { ReadKey, ReadKeyFilter } from "./query-key.ts";
export type { PagedRead, PagedReadOptions, Read, ReadOptions } from "./read.ts";
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
export type { UsePagedReadOptions, UseReadOptions } from "./use-read.ts";
export type { UncachedCall } from "./use-uncached-call.ts";
export type { UseWriteOptions } from "./use-write.ts";
export { useWise, WiseProvider, type WiseProviderProps } from "./wise-provider.tsx";
export type { Write, WriteOptions } from "./write.ts";
