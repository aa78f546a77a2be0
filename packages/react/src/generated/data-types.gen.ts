// Generated from spec/ by `pnpm generate`; edit the contract instead.

export {};
