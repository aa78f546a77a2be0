// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** Options of a call that are sent as headers. */
export interface ContractOptions {
  /**
   * An identifier of your own for this call, best a UUID. Wise sends it back and neither logs nor keeps it. One of
   * more than 36 characters is ignored. Header: `x-external-correlation-id`.
   * @default none: not sent
   */
  readonly correlationId?: string | undefined;
  /**
   * A one-time token whose challenges have been passed. Sent with an otherwise unchanged repetition of the call that
   * was refused; it is spent by that. Header: `x-2fa-approval`.
   * @default none: not sent
   */
  readonly oneTimeToken?: string | undefined;
}

/** The header that each of them is sent in. */
export const optionHeaders = { correlationId: "x-external-correlation-id", oneTimeToken: "x-2fa-approval" } as const;
