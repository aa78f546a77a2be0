// Runs the smoke test in a runtime that has a command line: `<runtime> in-process.js <address of a mock>`.
import * as client from "@wisekit/client";
import { smoke } from "./smoke.js";

const [, , url] = process.argv;
console.log(JSON.stringify(await smoke(client, url)));
