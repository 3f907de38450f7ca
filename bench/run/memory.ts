/**
 * Weighs this process, garbage collected where `--expose-gc` lets it be.
 *
 * @returns bytes: of the heap and the buffers beside it, and of the whole process
 */
export function memory(): { readonly held: number; readonly resident: number } {
  // Twice: what a finaliser lets go of is collected by the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: heapUsed + external, resident: rss };
}
