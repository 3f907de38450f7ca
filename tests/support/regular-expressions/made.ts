import type { Call, Expression } from './written.ts';

/**
 * Runs something, and keeps every regular expression that is made meanwhile by `RegExp` in the given places.
 *
 * @param calls where in the sources `RegExp` is called
 * @param run what makes them
 * @returns the expressions, and the calls that made none
 */
export async function madeMeanwhile(
  calls: readonly Call[],
  run: () => Promise<void>,
): Promise<{ readonly made: Expression[]; readonly unmade: readonly Call[] }> {
  const made: Expression[] = [];
  const ran = new Set<Call>();
  const Real = globalThis.RegExp;
  const keep = (form: RegExp): RegExp => {
    const call = callerIn(calls);
    if (call !== undefined) {
      ran.add(call);
      made.push({ where: `${call.file}:${call.from}`, source: form.source, flags: form.flags });
    }
    return form;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, [source, flags]) => keep(new target(source, flags)),
    apply: (target, _, [source, flags]) => keep(target(source, flags)),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Real;
  }
  return { made, unmade: calls.filter((call) => !ran.has(call)) };
}

/** The call that is being run, as the stack tells. */
function callerIn(calls: readonly Call[]): Call | undefined {
  const places = [...(new Error().stack ?? '').matchAll(/\/(src\/[^\s:()?]+)[^\s:()]*:(\d+):\d+/g)];
  const [, file, line] = places[0] ?? [];
  return calls.find((call) => call.file === file && call.from <= Number(line) && Number(line) <= call.to);
}
