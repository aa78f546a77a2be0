export { type MutualTlsOptions, mutualTls } from "./mutual-tls.ts";
export { type UndiciFetchOptions, undiciFetch } from "./undici-fetch.ts";
