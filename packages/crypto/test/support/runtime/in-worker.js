import { wholeExchange } from "./whole-exchange.js";

postMessage({ found: await wholeExchange(location.origin), isWorker: typeof document === "undefined" });
