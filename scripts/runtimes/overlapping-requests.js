// A worker with one client for all its requests, whose rate limits are full: each request must end, however others end.
import { createClient, userToken } from "@wisekit/client";

const cardArgs = { profileId: 123456, cardToken: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52" };
let wise;

export default {
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    wise ??= createClient({ baseUrl: searchParams.get("mock"), rateLimits: [{ requests: 2, windowMs: 400 }] });
    const user = wise.as(userToken({ clientId: "partner", clientSecret: "secret", refreshToken: "r", store }), {
      key: "ann",
    });
    const calls = Array.from({ length: Number(searchParams.get("calls")) }, () => user.cards.get(cardArgs));
    const cards = await Promise.all(calls);
    return Response.json(cards.map((card) => card.lastFourDigits));
  },
};

// Stands for a store outside of the worker: only plain values are shared, and each request waits by timers of its own.
const kept = new Map();
const lockedUntil = new Map();
const store = {
  get: async (key) => kept.get(key),
  set: async (key, tokens) => void kept.set(key, tokens),
  delete: async (key) => void kept.delete(key),
  async lock(key, task) {
    while ((lockedUntil.get(key) ?? 0) > Date.now()) await new Promise((resolve) => setTimeout(resolve, 10));
    lockedUntil.set(key, Date.now() + 1000);
    try {
      return await task(new AbortController().signal);
    } finally {
      lockedUntil.delete(key);
    }
  },
};
