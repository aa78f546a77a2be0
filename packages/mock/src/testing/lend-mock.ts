import { type Mock, type StartMockOptions, startMock } from "../start-mock.ts";

/** Lends a fresh mock to a test, and stops it however the test ends. */
export async function lendMock(options: StartMockOptions, use: (mock: Mock) => Promise<void>): Promise<void> {
  const mock = await startMock(options);
  try {
    await use(mock);
  } finally {
    await mock.stop();
  }
}
