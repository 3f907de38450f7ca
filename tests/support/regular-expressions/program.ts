import { analyse } from 'scslre';

/** What `scslre` parses a regular expression to. */
export type Pattern = ReturnType<typeof analyse>['parsed']['pattern'];
type Alternative = Pattern['alternatives'][number];
export type Node = Alternative['elements'][number];
type Of<Type extends Node['type']> = Extract<Node, { type: Type }>;

/** One step of a matcher that goes back, as those of the engines do. */
export type Step =
  | { readonly do: 'one'; readonly is: (character: string) => boolean }
  | { readonly do: 'go'; to: number }
  | { readonly do: 'either'; first: number; second: number }
  | { readonly do: 'mark'; readonly slot: number }
  | { readonly do: 'moved'; readonly slot: number }
  | { readonly do: 'again'; readonly group: number }
  | { readonly do: 'edge'; readonly holds: (text: readonly string[], at: number) => boolean }
  | { readonly do: 'look'; readonly program: Program; readonly wanted: boolean }
  | { readonly do: 'end' };

/** A whole expression, or what looks ahead or behind in it. */
export interface Program {
  readonly steps: readonly Step[];
  readonly forwards: boolean;
}

/** An expression that can be run, and how many places it keeps: two for each group, and one for each loop. */
export interface Compiled {
  readonly pattern: Pattern;
  readonly program: Program;
  readonly slots: number;
  readonly repeated: boolean;
  readonly sticky: boolean;
}

const WORD = /^\w$/;

/** Compiles an expression to the steps of a matcher. */
export function compile(source: string, flags: string): Compiled {
  const { pattern } = analyse({ source, flags }, { maxReports: 0 }).parsed;
  const groups: object[] = [];
  const found = new RegExp(`${source}|`, flags).exec('');
  let slots = 2 * (found?.length ?? 1);
  const multiline = flags.includes('m');
  const matching = flags.replace(/[gmyd]/g, '');
  const tested = new Map<string, Map<string, boolean>>();

  const program = programOf(pattern.alternatives, true);
  return { pattern, program, slots, repeated: flags.includes('g'), sticky: flags.includes('y') };

  function programOf(alternatives: readonly Alternative[], forwards: boolean): Program {
    const steps: Step[] = [];
    either(alternatives);
    steps.push({ do: 'end' });
    return { steps, forwards };

    function either(some: readonly Alternative[]): void {
      const [first, ...rest] = some;
      if (first === undefined) return;
      if (rest.length === 0) {
        sequence(first);
        return;
      }
      const choice = { do: 'either' as const, first: steps.length + 1, second: 0 };
      steps.push(choice);
      sequence(first);
      const leave = { do: 'go' as const, to: 0 };
      steps.push(leave);
      choice.second = steps.length;
      either(rest);
      leave.to = steps.length;
    }

    function sequence({ elements }: Alternative): void {
      for (const element of forwards ? elements : elements.toReversed()) node(element);
    }

    function node(element: Node): void {
      if (element.type === 'Group') either(element.alternatives);
      else if (element.type === 'CapturingGroup') group(element);
      else if (element.type === 'Quantifier') quantified(element);
      else if (element.type === 'Assertion') assertion(element);
      else if (element.type === 'Backreference') {
        steps.push({ do: 'again', group: numberOf([element.resolved].flat()[0] ?? element) });
      } else steps.push({ do: 'one', is: oneOf(element.raw) });
    }

    function group(element: Of<'CapturingGroup'>): void {
      const number = numberOf(element);
      steps.push({ do: 'mark', slot: 2 * number + (forwards ? 0 : 1) });
      either(element.alternatives);
      steps.push({ do: 'mark', slot: 2 * number + (forwards ? 1 : 0) });
    }

    function quantified({ element, min, max, greedy }: Of<'Quantifier'>): void {
      for (let times = 0; times < min; times++) node(element);
      if (max === Number.POSITIVE_INFINITY) {
        loop(element, greedy);
        return;
      }
      const choices: { first: number; second: number }[] = [];
      for (let times = min; times < max; times++) {
        const choice = { do: 'either' as const, first: 0, second: 0 };
        steps.push(choice);
        choices.push(choice);
        choice[greedy ? 'first' : 'second'] = steps.length;
        node(element);
      }
      for (const choice of choices) choice[greedy ? 'second' : 'first'] = steps.length;
    }

    function loop(element: Of<'Quantifier'>['element'], greedy: boolean): void {
      const choice = { do: 'either' as const, first: 0, second: 0 };
      const begin = steps.push(choice) - 1;
      choice[greedy ? 'first' : 'second'] = steps.length;
      const slot = slots++;
      steps.push({ do: 'mark', slot });
      node(element);
      steps.push({ do: 'moved', slot }, { do: 'go', to: begin });
      choice[greedy ? 'second' : 'first'] = steps.length;
    }

    function assertion(element: Of<'Assertion'>): void {
      if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
        const inner = programOf(element.alternatives, element.kind === 'lookahead');
        steps.push({ do: 'look', program: inner, wanted: !element.negate });
        return;
      }
      steps.push({ do: 'edge', holds: edge(element) });
    }
  }

  function edge(element: Of<'Assertion'>): (text: readonly string[], at: number) => boolean {
    if (element.kind === 'start') return (text, at) => at === 0 || (multiline && text[at - 1] === '\n');
    if (element.kind === 'end') return (text, at) => at === text.length || (multiline && text[at] === '\n');
    const negate = element.kind === 'word' && element.negate;
    return (text, at) => (WORD.test(text[at - 1] ?? '') !== WORD.test(text[at] ?? '')) !== negate;
  }

  function numberOf(element: object): number {
    if (!groups.includes(element)) groups.push(element);
    return groups.indexOf(element) + 1;
  }

  function oneOf(raw: string): (character: string) => boolean {
    const known = tested.get(raw) ?? new Map<string, boolean>();
    tested.set(raw, known);
    const form = new RegExp(`^(?:${raw})$`, matching);
    return (character) => {
      const before = known.get(character);
      if (before !== undefined) return before;
      const fits = form.test(character);
      known.set(character, fits);
      return fits;
    };
  }
}
