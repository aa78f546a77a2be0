// Runs the smoke test in a page, for whoever drives the page.
import * as client from "@wisekit/client";
import { smoke } from "./smoke.js";

globalThis.smoke = (url) => smoke(client, url);
