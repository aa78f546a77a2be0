export type { ProxyOperationName } from "../generated/proxy-facts.gen.ts";
export { createProxy, type ProxyOptions } from "./create-proxy.ts";
export type { AllowedProfile, ProxyAllowance, ProxyGrant } from "./grant.ts";
export type { ProxyCall } from "./match-call.ts";
export { createNodeHandler, type NodeResponse } from "./node-handler.ts";
export type { NodeRequest } from "./node-request.ts";
