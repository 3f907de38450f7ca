// Loaded into the program before anything of it: an operating system that has faults. It is plain JavaScript, as it runs
// in the program's own process, and it fakes nothing of ours. `FAULTS` says which faults, as `faults.ts` writes them.
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** @type {import('./faults.ts').Faults} */
const faults = JSON.parse(process.env.FAULTS ?? '{}');
const { existsSync, readFileSync } = fs;
const CALLS = [
  'access',
  'appendFile',
  'copyFile',
  'lstat',
  'mkdir',
  'open',
  'opendir',
  'readFile',
  'readdir',
  'realpath',
  'rename',
  'rm',
  'stat',
  'watch',
  'writeFile',
];

/** @param {string} call @param {unknown} path */
function faultOf(call, path) {
  const text = path instanceof URL ? path.pathname : String(path);
  return faults.files?.find(
    (fault) =>
      text.includes(fault.path) &&
      (fault.calls ?? CALLS).includes(call) &&
      (fault.while === undefined || existsSync(fault.while)),
  );
}

/** @param {string} call @param {unknown} path @param {string} code */
function errorOf(call, path, code) {
  return Object.assign(new Error(`${code}: as told, ${call} '${path}'`), {
    code,
    syscall: call,
    path: String(path),
  });
}

/** @param {object} holder @param {string} name @param {(real: Function, args: unknown[]) => unknown} broken */
function replace(holder, name, broken) {
  const real = Reflect.get(holder, name);
  if (typeof real === 'function') {
    Reflect.set(holder, name, (/** @type {unknown[]} */ ...args) => broken(real.bind(holder), args));
  }
}

for (const call of CALLS) {
  replace(fs, `${call}Sync`, (real, args) => {
    const code = faultOf(call, args[0])?.code;
    if (code !== undefined) throw errorOf(call, args[0], code);
    return real(...args);
  });
  replace(fs.promises, call, async (real, args) => {
    const { code, delay = 0 } = faultOf(call, args[0]) ?? {};
    if (delay > 0) await sleep(delay);
    if (code !== undefined) throw errorOf(call, args[0], code);
    return real(...args);
  });
}
replace(fs, 'watch', (real, args) => {
  const code = faultOf('watch', args[0])?.code;
  if (code !== undefined) throw errorOf('watch', args[0], code);
  return real(...args);
});

if (faults.clock !== undefined) {
  const Real = Date;
  /** The offset in ms stands in a file, where it changes while the program runs. */
  const off = () => {
    const { clock } = faults;
    return typeof clock === 'number' ? clock : Number(readFileSync(String(clock), 'utf8'));
  };
  globalThis.Date = /** @type {DateConstructor} */ (
    class extends Real {
      /** @param {any[]} args */
      constructor(...args) {
        if (args.length === 0) super(Real.now() + off());
        else super(.../** @type {[number]} */ (args));
      }

      /** @override */
      static now() {
        return Real.now() + off();
      }
    }
  );
}

const { names } = faults;
if (names !== undefined) {
  replace(dns, 'lookup', (real, args) => {
    const [name] = args;
    if (isIP(String(name)) !== 0 || (names !== true && !existsSync(names))) return real(...args);
    const tell = /** @type {(error: Error) => void} */ (args.at(-1));
    process.nextTick(tell, errorOf('getaddrinfo', name, 'EAI_AGAIN'));
    return undefined;
  });
}

if (faults.node !== undefined) {
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: faults.node } });
}
if (faults.mistake !== undefined) {
  process.once(faults.mistake, () => {
    throw new TypeError('nobody expects this');
  });
}
syncBuiltinESMExports();
