/** Something that is held back until the test lets it go. */
export interface Held {
  readonly until: Promise<void>;
  readonly release: () => void;
}

export function held(): Held {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release: () => release() };
}

/** Finds answers as `find` does, until it is told to hold: then each question waits before it is answered. */
export function holdable<Question, Answer>(find: (question: Question) => Promise<Answer>) {
  const [reached, answer] = [held(), held()];
  let holding = false;
  return {
    async find(question: Question): Promise<Answer> {
      if (holding) {
        reached.release();
        await answer.until;
      }
      return find(question);
    },
    /** From now on. `reached` resolves once a question has come; `release` lets all of them be answered. */
    hold() {
      holding = true;
      return { reached: reached.until, release: answer.release };
    },
  };
}
