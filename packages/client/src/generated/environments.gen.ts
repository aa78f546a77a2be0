// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** Addresses of the two hosts of each environment. `twcard` serves sensitive card data, `api` the rest. */
export const environments = {
  production: { api: "https://api.wise.com", twcard: "https://twcard.wise.com" },
  sandbox: { api: "https://api.wise-sandbox.com", twcard: "https://twcard.wise-sandbox.com" },
} as const;
