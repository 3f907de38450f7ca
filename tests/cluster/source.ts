import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inPath, installedJava, type Java, javaOf } from './java.ts';

/** Where an OpenSearch for tests comes from. */
export type Source = Running | Installed | FromMaven | Missing;

/** A cluster of somebody who runs it: nothing is started, and nothing is killed. */
interface Running {
  readonly kind: 'running';
  readonly url: readonly string[];
}

/** A distribution, unpacked. */
export interface Installed {
  readonly kind: 'installed';
  readonly java: Java;
  readonly version: string;
  /** The folder that has `lib` and `modules`. */
  readonly home: string;
}

/** Put together from what Maven fetches. */
export interface FromMaven {
  readonly kind: 'maven';
  readonly java: Java;
  readonly version: string;
  /** The program. */
  readonly maven: string;
}

interface Missing {
  readonly kind: 'missing';
  /** One sentence. */
  readonly why: string;
}

/** The newest of each kind that these tests were run with. */
const VERSION_2 = '2.19.6';
const VERSION_3 = '3.9.0';
const FIRST_JAVA_OF_2 = 11;
const FIRST_JAVA_OF_3 = 21;
/** Version 2 wants a security manager, and Java 24 has none any more. */
const LAST_JAVA_OF_2 = 23;

/**
 * Looks for, in this order: a cluster that `OPENSEARCH_URL` names (the addresses of its nodes, with commas between
 * them), a distribution that `OPENSEARCH_HOME` names, Java and Maven. `OPENSEARCH_VERSION` says which version Maven
 * fetches; without it, it is the newest that the first Java runs.
 *
 * @throws Error when what one of them asks for is not to be had: who asks for it does not want it left out
 */
export function openSearchSource(env: NodeJS.ProcessEnv): Source {
  const urls = (env.OPENSEARCH_URL ?? '').split(',').map((address) => address.trim().replace(/\/+$/, ''));
  const url = urls.filter(Boolean);
  if (url.length > 0) return { kind: 'running', url };
  if (env.OPENSEARCH_HOME) return installedIn(resolve(env.OPENSEARCH_HOME), env);
  const wanted = env.OPENSEARCH_VERSION;
  const java = wanted ? javaFor(wanted, env) : installedJava(env, (version) => version >= FIRST_JAVA_OF_2);
  const maven = inPath(env, 'mvn');
  if (java === null || maven === null) return { kind: 'missing', why: NOTHING };
  return { kind: 'maven', java, maven, version: wanted || newestOf(java) };
}

const NOTHING =
  'there is no Java from 11 on with Maven. Install both, or set OPENSEARCH_HOME to an unpacked distribution, or OPENSEARCH_URL to a cluster.';

/** @returns `3` of `3.9.0` */
export const majorOf = (version: string): number => Number.parseInt(version, 10);

function installedIn(home: string, env: NodeJS.ProcessEnv): Installed {
  const jars = existsSync(join(home, 'lib')) ? readdirSync(join(home, 'lib')) : [];
  const version = jars.map((name) => /^opensearch-(\d.*)\.jar$/.exec(name)?.[1]).find(Boolean);
  if (version === undefined) {
    throw new Error(
      `OPENSEARCH_HOME is ${home}, where no lib/opensearch-….jar is: name an unpacked distribution.`,
    );
  }
  return {
    kind: 'installed',
    java: javaOf(join(home, 'jdk/bin/java')) ?? javaFor(version, env),
    version,
    home,
  };
}

function javaFor(version: string, env: NodeJS.ProcessEnv): Java {
  const [first, last] =
    majorOf(version) >= 3 ? [FIRST_JAVA_OF_3, Number.POSITIVE_INFINITY] : [FIRST_JAVA_OF_2, LAST_JAVA_OF_2];
  const java = installedJava(env, (one) => one >= first && one <= last);
  if (java !== null) return java;
  const fitting = last === Number.POSITIVE_INFINITY ? `from ${first} on` : `from ${first} to ${last}`;
  throw new Error(`OpenSearch ${version} needs a Java ${fitting}: set JAVA_HOME to one.`);
}

const newestOf = (java: Java) => (java.version >= FIRST_JAVA_OF_3 ? VERSION_3 : VERSION_2);
