// `pnpm tour`: the whole path through the contract, printed, against a mock of its own. `WISE_URL` names another one.
import { startMock } from "@wisekit/mock";
import { createNarration, TourSurprise } from "./narration.ts";
import { runTour } from "./tour.ts";

const mock = process.env.WISE_URL ? undefined : await startMock({ sca: true });
const wiseUrl = mock?.url ?? String(process.env.WISE_URL);
const narration = createNarration((line) => console.log(line));
try {
  console.log(`A tour of Wise's cards at ${wiseUrl}. Secrets are masked.`);
  await runTour({ wiseUrl, narration });
  console.log(`\n${narration.calls} calls, no surprises.`);
} catch (error) {
  process.exitCode = 1;
  console.error(`\nA surprise: ${error instanceof Error ? error.message : String(error)}`);
  if (!(error instanceof TourSurprise) || error.cause) console.error(error);
} finally {
  await mock?.stop();
}
