import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createClient } from "@wisekit/client";
import { type Bench, judge } from "./harness/report.ts";

const cards = 1_000_000;
const pageSize = 100;

/** A million cards through `cards.list.all`, and how much memory is in use after each tenth. */
export const bench: Bench = {
  title: "pages: memory while a million cards go by",
  async run() {
    const usedMb = await walk();
    const [first = Number.NaN] = usedMb;
    const last = usedMb.at(-1) ?? Number.NaN;
    return [
      {
        title: "A million cards",
        method: `Pages of ${pageSize} from a fetch that responds from memory; heap in use after a full collection at each tenth.`,
        columns: ["cards", "heap MB"],
        rows: usedMb.map((mb, index) => [((index + 1) * cards) / usedMb.length, mb]),
        verdicts: [
          judge("the last tenth uses at most 1.1 times the memory of the first", last / first, { atMost: 1.1 }),
        ],
      },
    ];
  },
};

async function walk(): Promise<number[]> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const wise = createClient({ baseUrl: "http://127.0.0.1:9", rateLimits: false, fetch: pageFetch as typeof fetch });
  const usedMb: number[] = [];
  let seen = 0;
  for await (const card of wise.cards.list.all({ profileId: 123456, pageSize })) {
    if (!card.token) throw new Error("a card without a token");
    seen += 1;
    if (seen % (cards / 10) !== 0) continue;
    collect();
    usedMb.push(process.memoryUsage().heapUsed / 2 ** 20);
  }
  if (seen !== cards) throw new Error(`${seen} cards went by, not ${cards}`);
  return usedMb;
}

async function pageFetch(url: string): Promise<Response> {
  const page = Number(new URL(url).searchParams.get("pageNumber"));
  const items = Array.from({ length: pageSize }, (_, index) => ({
    token: `${page}-${index}`,
    profileId: 123456,
    clientId: "wise_api_docs",
    status: { value: "ACTIVE" },
    lastFourDigits: "6320",
  }));
  return new Response(JSON.stringify({ cards: items, totalCount: cards }));
}
