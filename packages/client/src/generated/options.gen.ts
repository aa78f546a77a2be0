// Generated from spec/ by `pnpm generate` (scripts/generate/emit-constants.ts); edit the contract instead.

/** Options of a call that are sent as headers. */
export interface ContractOptions {
  /**
   * Your own identifier for this request, ideally a UUID. Wise returns it in the response and does not log or store
   * it. A value of more than 36 characters is ignored. Header: `x-external-correlation-id`.
   * @default none: not sent
   */
  readonly correlationId?: string | undefined;
  /**
   * A one-time token whose challenges have been passed. Send it when you repeat the rejected request, which must
   * otherwise be the same. It can be used once. Header: `x-2fa-approval`.
   * @default none: not sent
   */
  readonly oneTimeToken?: string | undefined;
}

/** The header that each of them is sent in. */
export const optionHeaders = { correlationId: "x-external-correlation-id", oneTimeToken: "x-2fa-approval" } as const;
