/** In ms: what a look takes at most where the disk is not slow; usually it is some 6 µs. */
const QUICK = 20;
/** How many times as long as a slow look took none is taken after it: everything stands still meanwhile. */
const REST = 20;

/**
 * Paces something that is looked at before each use. On a disk that is slow it would take all of the time: where two
 * looks in a row were slow, the next ones are left out for a while.
 *
 * @param look looks, and throws where it finds something
 * @param now tells the time, in ms
 * @returns does so where it is time
 */
export function pacedLook(look: () => void, now: () => number = () => performance.now()): () => void {
  let slow = 0;
  let next = Number.NEGATIVE_INFINITY;
  return () => {
    const began = now();
    if (began < next) return;
    try {
      look();
    } finally {
      const took = now() - began;
      slow = took > QUICK ? slow + 1 : 0;
      if (slow > 1) next = began + took + REST * took;
    }
  };
}
