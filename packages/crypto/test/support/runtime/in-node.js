import { wholeExchange } from "./whole-exchange.js";

process.stdout.write(JSON.stringify(await wholeExchange(process.argv[2])));
