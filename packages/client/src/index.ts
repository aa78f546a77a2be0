export type { Auth, TokenProvider, TokenRequest, TokenSource } from "./access-token.ts";
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
} from "./api-error.ts";
export type { AttemptEvent, AttemptResult, CallListener, RetryPlan } from "./call-events.ts";
export type { CallOptions } from "./call-options.ts";
export type { ClearSca, ClientOptions, Hosts, SharedOptions } from "./client-options.ts";
export type { Clock } from "./clock.ts";
export { createClient, type WiseClient } from "./create-client.ts";
export {
  isApiError,
  isAuthenticationError,
  isConflictError,
  isConnectionError,
  isDecodeError,
  isInvalidRequestError,
  isNotFoundError,
  isPermissionError,
  isRateLimitedError,
  isScaRequiredError,
  isServerError,
  isTimeoutError,
} from "./error-guards.ts";
export { cardStatusTransitions } from "./generated/card-status.gen.ts";
export { environments } from "./generated/environments.gen.ts";
export type { OperationName } from "./generated/operations.gen.ts";
// The one star: a new operation brings its types along, and the generated file names each of them.
export type * from "./generated/public-types.gen.ts";
export type { HttpClient } from "./http-client.ts";
export { type Logger, type LogLevel, logTo } from "./log.ts";
export type { PageOptions } from "./pages.ts";
export type { Problem, ProblemEntry } from "./problem.ts";
export type { RateLimit } from "./rate-gate.ts";
export { createScaFlow, type OtpChannel, type ScaFlow } from "./sca-flow.ts";
export type { SealedCardData } from "./sealed-card-data.ts";
export {
  authorizationCode,
  clientCredentials,
  type ProviderOptions,
  registrationCode,
  userToken,
} from "./token-provider.ts";
export { createMemoryStore, type StoredTokens, type TokenStore } from "./token-store.ts";
export type { CallResult, WiseCall } from "./wise-call.ts";
export {
  ConnectionError,
  DecodeError,
  isWiseError,
  TimeoutError,
  WiseError,
  type WiseErrorCode,
} from "./wise-error.ts";
