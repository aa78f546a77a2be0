// Generated from spec/ by `pnpm generate` (scripts/generate/emit-react-data-types.ts); edit the contract instead.

export {};
