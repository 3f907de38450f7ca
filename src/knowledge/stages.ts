/** What answering a question is made of, in order. */
export type Stage = 'reading' | 'finding' | 'ranking' | 'deciding';

/** Told how long a stage took, in ms. */
export type StageListener = (stage: Stage, ms: number) => void;

/**
 * @param listener who wants to know how long each stage takes; nothing is measured where nobody does
 * @returns tells that a stage is over: all since the one before, or since now, was spent in it
 */
export function stagesFor(listener: StageListener | undefined): (stage: Stage) => void {
  if (listener === undefined) return () => undefined;
  let since = performance.now();
  return (stage) => {
    const now = performance.now();
    listener(stage, now - since);
    since = now;
  };
}
