// What every runtime does with the packed client: plain JavaScript, nothing but web standards.

/** Goes through the client against a mock at `url` and says what came of it. */
export async function smoke({ createClient, isNotFoundError }, url) {
  const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
  const args = { profileId: 123456, cardToken };
  const lines = [];
  const wise = createClient({
    baseUrl: url,
    auth: "any-token",
    onAttemptEnd: ({ operation }, { status }) => lines.push(`${operation} ${status}`),
  });
  const { data, traceId } = await wise.cards.get(args).withResponse();
  let walked = 0;
  for await (const card of wise.cards.list.all({ profileId: 123456, pageSize: 10 })) if (card.token) walked += 1;
  const { totalCount } = await wise.cards.list({ profileId: 123456 });
  await wise.cards.updateStatus({ ...args, status: "FROZEN" });
  await wise.cards.updateStatus({ ...args, status: "ACTIVE" });
  const missing = await wise.cards
    .get({ ...args, cardToken: "00000000-0000-4000-8000-000000000000" })
    .catch((error) => error);
  const refused = await wise.cards.get({ ...args, cardToken: ".." }).catch((error) => error);
  const controller = new AbortController();
  controller.abort();
  const aborted = await wise.cards.get(args, { signal: controller.signal }).catch((error) => error);
  const silent = createClient({ baseUrl: url, fetch: () => new Promise(() => {}), timeoutMs: 5, maxRetries: 0 });
  const slow = await silent.cards.get(args).catch((error) => error);
  const byPath = await wise.http.GET("/v3/spend/profiles/{profileId}/cards/{cardToken}", { params: { path: args } });
  const statusPath = "/v3/spend/profiles/{profileId}/cards/{cardToken}/status";
  const written = await wise.http.PUT(statusPath, { params: { path: args }, body: { status: "ACTIVE" } });
  return {
    card: data.lastFourDigits,
    hasTraceId: typeof traceId === "string",
    walkedAll: walked === totalCount,
    missing: isNotFoundError(missing) && missing.problem.code,
    refused: refused instanceof TypeError,
    aborted: aborted.name,
    slow: slow.code,
    byPath: byPath.data?.lastFourDigits,
    writtenByPath: written.data?.status.value,
    heard: lines.includes("cards.updateStatus 200"),
  };
}
