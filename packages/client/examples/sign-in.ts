import { createClient, userToken } from "@wisekit/client";

const auth = userToken({
  clientId: process.env.WISE_CLIENT_ID ?? "wise_api_docs",
  clientSecret: process.env.WISE_CLIENT_SECRET ?? "secret",
  refreshToken: process.env.WISE_REFRESH_TOKEN ?? "refresh-token",
});

// In production: createClient({ environment: "production", auth }).
const wise = createClient({ baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010", auth });

const page = await wise.cards.list({ profileId: 123456 });
console.log("Signed in;", page.totalCount, "cards");
