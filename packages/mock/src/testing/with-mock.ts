import { type Mock, type StartMockOptions, startMock } from "../start-mock.ts";

/** Runs a test with a fresh mock, and stops the mock however the test ends. */
export async function withMock(options: StartMockOptions, use: (mock: Mock) => Promise<void>): Promise<void> {
  const mock = await startMock(options);
  try {
    await use(mock);
  } finally {
    await mock.stop();
  }
}
