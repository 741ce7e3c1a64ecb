interface Kept {
  readonly payload: Record<string, unknown>;
  readonly until: number;
}

/** Where the provider keeps what it has under way: in memory, so that a restart asks everybody to sign in again. */
export const memory = () => {
  const kept = new Map<string, Kept>();
  const live = (key: string): Record<string, unknown> | undefined => {
    const found = kept.get(key);
    if (found !== undefined && found.until > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const where = (model: string, fits: (payload: Record<string, unknown>) => boolean) =>
    [...kept.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map(live)
      .find((payload) => payload && fits(payload));
  return (model: string) => ({
    upsert: async (id: string, payload: Record<string, unknown>, expiresIn = 3_600): Promise<void> => {
      for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key);
      kept.set(`${model}:${id}`, { payload, until: Date.now() + expiresIn * 1_000 });
    },
    find: async (id: string) => live(`${model}:${id}`),
    findByUid: async (uid: string) => where(model, (payload) => payload.uid === uid),
    findByUserCode: async (code: string) => where(model, (payload) => payload.userCode === code),
    consume: async (id: string): Promise<void> => {
      const payload = live(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
    },
    destroy: async (id: string): Promise<void> => {
      kept.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId: string): Promise<void> => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
};
