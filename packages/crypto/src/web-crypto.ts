import { CardDataError } from "./card-data-error.ts";

/**
 * Checks that there is Web Crypto, which browsers give only to pages over https and from localhost.
 *
 * @throws CardDataError `ERR_WEB_CRYPTO_MISSING` if there is none.
 */
export function assertWebCrypto(): void {
  // The types promise it everywhere; a page over plain http has `crypto` without it.
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (crypto?.subtle === undefined) {
    throw new CardDataError("ERR_WEB_CRYPTO_MISSING", "There is no Web Crypto; it needs https or localhost");
  }
}
