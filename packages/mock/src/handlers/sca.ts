import { sendOtp, verifyOtp, viewToken } from "../engine/sca.ts";
import type { World } from "../engine/world.ts";
import type { OperationHandlers } from "../generated/handlers.gen.ts";

/** One-time tokens and their challenges. */
export const scaHandlers: OperationHandlers<World> = {
  "sca.status": ({ headers }, world) => ({ status: 200, body: viewToken(world, headers["one-time-token"]) }),
  "sca.triggerSms": ({ headers }, world) => ({ status: 200, body: sendOtp(world, headers["one-time-token"], "SMS") }),
  "sca.triggerWhatsapp": ({ headers }, world) => ({
    status: 200,
    body: sendOtp(world, headers["one-time-token"], "WHATSAPP"),
  }),
  "sca.triggerVoice": ({ headers }, world) => ({
    status: 200,
    body: sendOtp(world, headers["one-time-token"], "VOICE"),
  }),
  "sca.verifySms": ({ headers, body }, world) => ({
    status: 200,
    body: verifyOtp(world, headers["one-time-token"], "SMS", body.otpCode),
  }),
  "sca.verifyWhatsapp": ({ headers, body }, world) => ({
    status: 200,
    body: verifyOtp(world, headers["one-time-token"], "WHATSAPP", body.otpCode),
  }),
  "sca.verifyVoice": ({ headers, body }, world) => ({
    status: 200,
    body: verifyOtp(world, headers["one-time-token"], "VOICE", body.otpCode),
  }),
};
