// Runs the smoke test in a worker runtime: a request to it names the mock.
import * as client from "@wisekit/client";
import { smoke } from "./smoke.js";

export default {
  fetch: async (request) => Response.json(await smoke(client, new URL(request.url).searchParams.get("mock"))),
};
