// Runs the smoke test in a page with what React Native has: its fetch, which is whatwg-fetch over XMLHttpRequest and follows
// every redirect, and its signals, which are those of abort-controller, without `reason` and `throwIfAborted`.
import * as client from "@wisekit/client";
import { AbortController, AbortSignal } from "abort-controller/dist/abort-controller.mjs";
import { fetch, Headers, Request, Response } from "whatwg-fetch";
import { smoke } from "./smoke.js";

Object.assign(globalThis, { AbortController, AbortSignal, fetch, Headers, Request, Response });

/** The server of the page redirects cards to somewhere else. */
async function redirected() {
  const wise = client.createClient({ baseUrl: location.origin, maxRetries: 0 });
  return wise.cards.get({ profileId: 1, cardToken: "redirected" }).catch((error) => error);
}

globalThis.smoke = async (url) => {
  const { code } = await redirected();
  return { ...(await smoke(client, url)), redirected: code };
};
