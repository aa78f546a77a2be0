import { sendOtp, verifyOtp, viewToken } from "../engine/sca.ts";
import type { OperationHandlers } from "./operation-handler.ts";

/** One-time tokens and their challenges. */
export const scaHandlers: OperationHandlers = {
  "sca.status": ({ headers }, context) => ({ status: 200, body: viewToken(context, headers["one-time-token"]) }),
  "sca.triggerSms": ({ headers }, context) => ({
    status: 200,
    body: sendOtp(context, headers["one-time-token"], "SMS"),
  }),
  "sca.triggerWhatsapp": ({ headers }, context) => ({
    status: 200,
    body: sendOtp(context, headers["one-time-token"], "WHATSAPP"),
  }),
  "sca.triggerVoice": ({ headers }, context) => ({
    status: 200,
    body: sendOtp(context, headers["one-time-token"], "VOICE"),
  }),
  "sca.verifySms": ({ headers, body }, context) => ({
    status: 200,
    body: verifyOtp(context, headers["one-time-token"], "SMS", body.otpCode),
  }),
  "sca.verifyWhatsapp": ({ headers, body }, context) => ({
    status: 200,
    body: verifyOtp(context, headers["one-time-token"], "WHATSAPP", body.otpCode),
  }),
  "sca.verifyVoice": ({ headers, body }, context) => ({
    status: 200,
    body: verifyOtp(context, headers["one-time-token"], "VOICE", body.otpCode),
  }),
};
