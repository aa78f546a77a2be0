export {
  CardDataError,
  type CardDataErrorCode,
  CardDataRefusedError,
  isCardDataError,
  KeyRefusedError,
  type RefusalReason,
  SecretDisposedError,
} from "./card-data-error.ts";
export { type CardDataKey, type CardDataKeyOptions, importCardDataKey } from "./card-data-key.ts";
export {
  type CardDataSession,
  type CardDataSessionOptions,
  createCardDataSession,
  type RequestForm,
} from "./card-data-session.ts";
export type { Clock } from "./clock.ts";
export {
  explainJwe,
  type JweExplanation,
  type JweKind,
  type JweProblem,
  type JweProblemCode,
} from "./explain-jwe.ts";
export type { CardDetails, CardPin, EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
export { createKeyCache, type KeyCache, type KeyCacheOptions } from "./key-cache.ts";
export type { ResponseForm } from "./response-form.ts";
export type { KeyWrap } from "./seal-content.ts";
export { type SealPinOptions, sealPin } from "./seal-pin.ts";
export type { AnyCardData, OpenedCardData, SealedCardData, SecretField } from "./sealed-card-data.ts";
export { createSecret, isSecret, type Secret } from "./secret.ts";
