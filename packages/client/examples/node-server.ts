import { createServer } from "node:http";
import { createNodeHandler } from "@wisekit/client/proxy";
import { handler } from "./proxy.ts";

/** With Express: `app.use("/api/wise", createNodeHandler(handler))`, before body parsers such as `express.json()`. */
export const server = createServer(createNodeHandler(handler));
