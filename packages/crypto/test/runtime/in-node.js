import { wholeExchange } from "./whole-exchange.js";

process.stdout.write(JSON.stringify({ version: process.version, found: await wholeExchange(process.argv[2]) }));
