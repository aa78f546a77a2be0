import { createClient, logTo } from "@wisekit/client";
import { openTelemetry } from "@wisekit/client/otel";
import { validateResponses } from "@wisekit/client/validate";

const client = createClient({
  baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010",
  auth: "any-token",
  listeners: [logTo(console, "info"), openTelemetry()],
  onAttemptEnd: ({ operation }, { status, durationMs }) => {
    if (durationMs > 2000) console.warn(`${operation} took ${durationMs} ms and ended with ${status}`);
  },
});

const wise = validateResponses(client, {
  validate: "warn",
  onViolation: ({ operation, violations }) => console.warn(operation, violations),
});

for await (const card of wise.cards.list.all({ profileId: 123456 })) console.log(card.lastFourDigits);
