/**
 * Waits for something, but not for ever. It goes on all the same when it takes longer.
 *
 * @param ms longest wait
 * @param work what is waited for
 * @param signal stops the waiting
 * @returns whether it was done in time
 * @throws what it threw, and the signal's reason
 */
export async function within(ms: number, work: Promise<unknown>, signal?: AbortSignal): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve, reject) => {
    late = setTimeout(() => resolve(false), ms);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(late);
  }
}
