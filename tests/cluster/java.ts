import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Java that is installed. */
export interface Java {
  /** The program. */
  readonly program: string;
  /** `17`, `21`, … */
  readonly version: number;
}

/** Where Linux distributions install Java, apart from PATH. */
const DEBIAN = '/usr/lib/jvm';

/**
 * @param env where `JAVA_HOME` and `PATH` are looked up
 * @param fits which versions will do
 * @returns the first that does: that of `JAVA_HOME`, of `PATH`, of the system; `null` where there is none
 */
export function installedJava(env: NodeJS.ProcessEnv, fits: (version: number) => boolean): Java | null {
  const system = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : [];
  const folders = [
    ...(env.JAVA_HOME === undefined ? [] : [join(env.JAVA_HOME, 'bin')]),
    ...foldersOf(env),
    ...system.map((name) => join(DEBIAN, name, 'bin')),
  ];
  for (const folder of folders) {
    const java = javaOf(join(folder, 'java'));
    if (java !== null && fits(java.version)) return java;
  }
  return null;
}

/** @returns what a program says that it is; `null` where it is no Java */
export function javaOf(program: string): Java | null {
  if (!existsSync(program)) return null;
  // Until 8 it called itself 1.8.
  const said = /version "(?:1\.)?(\d+)/.exec(
    spawnSync(program, ['-version'], { encoding: 'utf8' }).stderr ?? '',
  );
  return said === null ? null : { program, version: Number(said[1]) };
}

/** @returns the path of a program in `PATH`; `null` where it is in none of its folders */
export function inPath(env: NodeJS.ProcessEnv, name: string): string | null {
  return (
    foldersOf(env)
      .map((folder) => join(folder, name))
      .find((path) => existsSync(path)) ?? null
  );
}

const foldersOf = (env: NodeJS.ProcessEnv) => (env.PATH ?? '').split(delimiter).filter(Boolean);
