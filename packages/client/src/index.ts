export type { HttpClient } from "./adapters/http-client.ts";
export type {
  Auth,
  AuthByOwner,
  TokenAuth,
  TokenProvider,
  TokenProviderContext,
  TokenSource,
  UserAuth,
} from "./auth/access-token.ts";
export {
  type Authorization,
  type AuthorizationUrlOptions,
  authorizationUrl,
  type ReadAuthorizationOptions,
  readAuthorization,
  SignInError,
} from "./auth/sign-in.ts";
export { createMemoryStates, type MemoryStatesOptions, type SignInStates } from "./auth/sign-in-states.ts";
export {
  authorizationCode,
  clientCredentials,
  type ProviderOptions,
  registrationCode,
  type UserTokenOptions,
  userToken,
} from "./auth/token-provider.ts";
export { createMemoryStore, type StoredTokens, type TokenStore, TokenStoreError } from "./auth/token-store.ts";
export type { CallPromise, CallResult } from "./call/call-promise.ts";
export type { ItemWalk, ToArrayOptions } from "./call/item-walk.ts";
export type { RateLimit, RateLimitStore } from "./call/rate-limits.ts";
export type { AsOptions } from "./call/user-core.ts";
export type { ResourceSet } from "./client-methods.ts";
export {
  type ClientOf,
  createClient,
  createClientWith,
  type Register,
  type RegisteredClient,
  type WiseClient,
} from "./create-client.ts";
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  ScaRequiredError,
  ServerError,
} from "./errors/api-error.ts";
export {
  isApiError,
  isAuthenticationError,
  isConflictError,
  isConnectionError,
  isDecodeError,
  isInvalidRequestError,
  isNotFoundError,
  isPermissionError,
  isQueueError,
  isRateLimitedError,
  isScaRequiredError,
  isServerError,
  isTimeoutError,
  isTokenStoreError,
  isWiseError,
  type WiseFailure,
} from "./errors/error-guards.ts";
export type { Problem, ProblemEntry } from "./errors/problem.ts";
export {
  ConnectionError,
  DecodeError,
  QueueError,
  TimeoutError,
  WiseError,
  type WiseErrorCode,
} from "./errors/wise-error.ts";
export { type Environment, environments, type Hosts } from "./generated/hosts.gen.ts";
export type { OperationName } from "./generated/operation-names.gen.ts";
// The two stars: a new operation brings its names along, and the generated files list each of them.
export type * from "./generated/public-types.gen.ts";
export * from "./generated/transitions.gen.ts";
export type {
  AttemptEvent,
  AttemptResult,
  CallListener,
  ClientWarning,
  ListenerErrorHandler,
  RetryPlan,
} from "./observe/events.ts";
export { type Logger, type LogLevel, logTo } from "./observe/log.ts";
export type { OperationData, Resource } from "./operation.ts";
export type { CallOptions, KeyedCallOptions, PageOptions } from "./options/call-options.ts";
export type { ClientHosts, MutualTls } from "./options/client-hosts.ts";
export type { ClientOptions, ScaChallengeHandler } from "./options/client-options.ts";
export type { SharedOptions } from "./options/shared-options.ts";
export type { SealedCardData } from "./response/sealed-card-data.ts";
export type { WiseFile } from "./response/wise-file.ts";
export { createScaFlow, type OtpChannel, type ScaFlow } from "./sca/sca-flow.ts";
export type { Clock } from "./time/clock.ts";
