/** One request as it went over the wire, and what was answered. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

/** Does something, and notes every request that it makes by `fetch`, whoever of its helpers makes it. */
export async function watched(does: () => Promise<void>): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await real(input, init);
    exchanges.push({
      method: request.method,
      url: new URL(request.url),
      status: answer.status,
      headers: [...answer.headers],
      text: await answer.clone().text(),
    });
    return answer;
  };
  try {
    await does();
  } finally {
    globalThis.fetch = real;
  }
  return exchanges;
}
