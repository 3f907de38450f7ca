import type { Compiled, Program } from './program.ts';

class TooMany extends Error {}

/**
 * How many steps a matcher takes that goes back as those of the engines do, and that does nothing clever: from
 * each place on, until it finds something; with the flag `g` until it finds nothing more.
 *
 * @param most where to stop counting
 * @returns the steps, or infinity where there are more
 */
export function stepsOf(
  { program, slots, repeated, sticky }: Compiled,
  written: string,
  most: number,
): number {
  const text = Array.from(written);
  const places = new Int32Array(slots);
  let steps = 0;
  try {
    for (let from = 0; from <= text.length; ) {
      const end = run(program, from, places.fill(-1));
      if (sticky || (end >= 0 && !repeated)) break;
      from = Math.max(from + 1, end);
    }
  } catch (thrown) {
    if (thrown instanceof TooMany) return Number.POSITIVE_INFINITY;
    throw thrown;
  }
  return steps;

  function run({ steps: todo, forwards }: Program, from: number, kept: Int32Array): number {
    /** Where to go on when something does not fit: step and place; or, with a step below zero, what a place was. */
    const back: number[] = [];
    let next = 0;
    let at = from;
    for (;;) {
      if (++steps > most) throw new TooMany();
      const step = todo[next];
      if (step === undefined || step.do === 'end') return at;
      let fits = true;
      next++;
      switch (step.do) {
        case 'one': {
          const character = forwards ? text[at] : text[at - 1];
          fits = character !== undefined && step.is(character);
          at += forwards ? 1 : -1;
          break;
        }
        case 'go':
          next = step.to;
          break;
        case 'either':
          back.push(step.second, at);
          next = step.first;
          break;
        case 'mark':
          back.push(-1 - step.slot, kept[step.slot] ?? -1);
          kept[step.slot] = at;
          break;
        case 'moved':
          fits = kept[step.slot] !== at;
          break;
        case 'again':
          ({ fits, at } = repeatedAt(step.group, at, forwards, kept));
          break;
        case 'edge':
          fits = step.holds(text, at);
          break;
        case 'look': {
          const before = kept.slice();
          fits = run(step.program, at, kept) >= 0 === step.wanted;
          if (!fits || !step.wanted) kept.set(before);
          else
            before.forEach((was, slot) => {
              if (was !== kept[slot]) back.push(-1 - slot, was);
            });
        }
      }
      while (!fits) {
        const place = back.pop();
        const step = back.pop();
        if (place === undefined || step === undefined) return -1;
        if (step < 0) kept[-1 - step] = place;
        else {
          next = step;
          at = place;
          fits = true;
        }
      }
    }
  }

  function repeatedAt(group: number, at: number, forwards: boolean, kept: Int32Array) {
    const start = kept[2 * group] ?? -1;
    const end = kept[2 * group + 1] ?? -1;
    if (start < 0 || end < 0) return { fits: true, at };
    const length = end - start;
    const begin = forwards ? at : at - length;
    steps += length;
    for (let index = 0; index < length; index++) {
      if (text[begin + index] !== text[start + index]) return { fits: false, at };
    }
    return { fits: begin >= 0, at: forwards ? at + length : begin };
  }
}
