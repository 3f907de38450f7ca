import type { Compiled, Node, Pattern } from './program.ts';

/** What is tried for each set of characters, besides what the expression names itself. */
const USUAL = [...' \nabTz0A1-.,"\'“”’()[<>@:;|*#_=!?/&—é'];
/** What is made to follow what is repeated, so that it does not fit. */
const ENDS = ['', '\u0001\n'];

/** Ways through one part of a sequence that are tried with it. */
const CHOICES = 60;

/** A text that is made long by repeating one piece of it. */
export interface Attack {
  readonly before: string;
  readonly repeated: string;
  readonly after: string;
}

/**
 * What an expression could be made to run away by: for each of its loops without an end, a way into the loop
 * and then what one turn of it takes, many times, with and without the way into it.
 */
export function attacksOn({ pattern }: Compiled, flags: string): readonly Attack[] {
  const sampled = sampler(pattern, flags);
  const attacks = new Map<string, Attack>();
  for (const { way, loop, rest } of loopsOf(pattern, sampled.shortest)) {
    const turns = sampled.turns(loop);
    const pieces = new Set(turns);
    if (way !== '') {
      pieces.add(way);
      for (const turn of turns.slice(0, 3)) pieces.add(way + turn);
    }
    for (const turn of turns.slice(0, 3)) pieces.add(turn + rest);
    for (const turn of turns.slice(1, 4)) pieces.add((turns[0] ?? '') + turn);
    pieces.add(rest);
    for (const repeated of pieces) {
      if (repeated === '') continue;
      for (const before of new Set(['', way])) {
        for (const after of ENDS) {
          attacks.set([before, repeated, after].join('\u0000'), { before, repeated, after });
        }
      }
    }
  }
  return [...attacks.values()];
}

/** @param size of the whole, in UTF-16 code units, more or less */
export function textOf({ before, repeated, after }: Attack, size: number): string {
  return `${before}${repeated.repeat(Math.ceil(size / repeated.length))}${after}`;
}

interface Loop {
  readonly way: string;
  readonly loop: Node;
  readonly rest: string;
}

/** The loops without an end, also in loops, each with a text that leads to it and one that leads out. */
function loopsOf(pattern: Pattern, shortest: (node: Node) => string): readonly Loop[] {
  const loops: Loop[] = [];
  into(pattern.alternatives, '', '');
  return loops;

  function into(alternatives: Pattern['alternatives'], way: string, rest: string): void {
    for (const { elements } of alternatives) {
      elements.forEach((element, index) => {
        const before = way + elements.slice(0, index).map(shortest).join('');
        const after =
          elements
            .slice(index + 1)
            .map(shortest)
            .join('') + rest;
        node(element, before, after);
      });
    }
  }

  function node(element: Node, way: string, rest: string): void {
    if (element.type === 'Quantifier') {
      if (element.max === Number.POSITIVE_INFINITY) loops.push({ way, loop: element.element, rest });
      node(element.element, way, rest);
    } else if (
      element.type === 'Group' ||
      element.type === 'CapturingGroup' ||
      (element.type === 'Assertion' && 'alternatives' in element)
    ) {
      into(element.alternatives, way, rest);
    }
  }
}

function sampler(pattern: Pattern, flags: string) {
  const matching = flags.replace(/[gmyd]/g, '');
  const alphabet = [...new Set([...lettersOf(pattern), ...USUAL])];
  const fitting = new Map<string, readonly string[]>();

  return { shortest, turns };

  function fittingOf(raw: string): readonly string[] {
    const known = fitting.get(raw);
    if (known !== undefined) return known;
    const form = new RegExp(`^(?:${raw})$`, matching);
    const fits = alphabet.filter((letter) => form.test(letter));
    fitting.set(raw, fits);
    return fits;
  }

  /** A short text that fits a part of the expression; what has to stand around it is not looked at. */
  function shortest(node: Node): string {
    switch (node.type) {
      case 'Assertion':
        return 'alternatives' in node && !node.negate ? shortestOf(node.alternatives) : '';
      case 'Backreference':
        return '';
      case 'Quantifier':
        return shortest(node.element).repeat(node.min);
      case 'Group':
      case 'CapturingGroup':
        return shortestOf(node.alternatives);
      default:
        return fittingOf(node.raw)[0] ?? '';
    }
  }

  function shortestOf(alternatives: Pattern['alternatives']): string {
    const texts = alternatives.map(({ elements }) => elements.map(shortest).join(''));
    return texts.find((text) => text !== '') ?? '';
  }

  /** The ways through a part of a sequence that has several: only some, since they multiply. */
  function choices(node: Node): readonly string[] {
    if (node.type === 'Quantifier') return node.max > 1 ? [] : choices(node.element);
    return node.type === 'Group' || node.type === 'CapturingGroup' ? turns(node).slice(0, CHOICES) : [];
  }

  function around(elements: readonly Node[], index: number, texts: readonly string[]): readonly string[] {
    const before = elements.slice(0, index).map(shortest).join('');
    const after = elements
      .slice(index + 1)
      .map(shortest)
      .join('');
    return texts.map((text) => before + text + after);
  }

  /** One character wherever it fits: where its neighbours share it, there are several ways to divide them. */
  function alike(elements: readonly Node[]): readonly string[] {
    const sets = elements.map((each) => {
      const part = each.type === 'Quantifier' ? each.element : each;
      return isSet(part) ? fittingOf(part.raw) : [];
    });
    const shared = new Set(
      sets.flat().filter((letter) => sets.filter((set) => set.includes(letter)).length > 2),
    );
    return [...shared].slice(0, CHOICES).map((letter) =>
      elements
        .map((each, index) => {
          if (!sets[index]?.includes(letter)) return shortest(each);
          return letter.repeat(each.type === 'Quantifier' ? Math.max(1, each.min) : 1);
        })
        .join(''),
    );
  }

  /** What one turn of a loop takes: each character of a set, or each way through a group. */
  function turns(node: Node): readonly string[] {
    if (node.type === 'Quantifier') return [...turns(node.element), shortest(node)];
    if (node.type === 'Group' || node.type === 'CapturingGroup') {
      const ways = node.alternatives.flatMap(({ elements }) => [
        elements.map(shortest).join(''),
        elements
          .map((each) =>
            each.type === 'Quantifier' && each.min === 0 ? shortest(each.element) : shortest(each),
          )
          .join(''),
        ...alike(elements),
        ...elements.flatMap((each, index) => around(elements, index, choices(each))),
        ...(elements.length === 1 ? elements.flatMap(turns) : []),
      ]);
      return [...new Set(ways)].filter((way) => way !== '');
    }
    if (node.type === 'Assertion' || node.type === 'Backreference') return [];
    // Words are words by what stands between them: the space comes first.
    const fits = fittingOf(node.raw);
    return [...fits.filter((each) => each === ' '), ...fits.filter((each) => each !== ' ')].slice(0, 12);
  }
}

function isSet(node: Node): boolean {
  return !['Quantifier', 'Group', 'CapturingGroup', 'Assertion', 'Backreference'].includes(node.type);
}

/** The characters that an expression names. */
function lettersOf(pattern: Pattern): readonly string[] {
  const letters = new Set<string>();
  const seen = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value } = node as { type?: string; value?: number };
    if (type === 'Character' && value !== undefined && value < 0x10000)
      letters.add(String.fromCharCode(value));
    for (const [name, inner] of Object.entries(node)) {
      if (name !== 'parent' && name !== 'resolved' && name !== 'references') seen(inner);
    }
  };
  seen(pattern);
  return [...letters];
}
