import { z } from 'zod';
import { type ClusterSettings, ENGINE_NAMES, type EngineName } from '../knowledge/index.ts';

/** What finds candidates, and where the search cluster is. */
export interface SearchConfig {
  readonly engine: EngineName;
  /** `null` where OPENSEARCH_URL is not set. */
  readonly cluster: ClusterSettings | null;
}

const WHOLE = 'a whole number';

/** The variables that decide it. */
export const searchVariables = {
  NUTGRAF_ENGINE: z.enum(ENGINE_NAMES, { error: ENGINE_NAMES.join(', ') }).optional(),
  OPENSEARCH_URL: z
    .string()
    .trim()
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter((address) => address !== ''))])
    .refine((addresses) => addresses.length > 0 && addresses.every(isAddress), {
      error: 'addresses that begin with http:// or https://, with commas between them',
    })
    .optional(),
  OPENSEARCH_USERNAME: z.string().trim().optional(),
  OPENSEARCH_PASSWORD: z.string().optional(),
  OPENSEARCH_CA: z.string().trim().optional(),
  // What an index may be called (https://docs.opensearch.org/latest/api-reference/index-apis/create-index/).
  OPENSEARCH_INDEX: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,99}$/, 'lower-case letters, digits, dots, dashes and underscores')
    .default('nutgraf'),
  OPENSEARCH_SHARDS: z.coerce
    .number({ error: WHOLE })
    .int(WHOLE)
    .min(1, 'at least 1')
    .max(1024, 'at most 1024')
    .default(1),
  OPENSEARCH_REPLICAS: z.coerce
    .number({ error: WHOLE })
    .int(WHOLE)
    .min(0, 'at least 0')
    .max(64, 'at most 64')
    .default(1),
};

type Known = z.infer<z.ZodObject<typeof searchVariables>>;

/**
 * @param known the variables as they were read
 * @returns the engine that is stated, and the cluster
 */
export function searchConfig(known: Known): SearchConfig {
  const { NUTGRAF_ENGINE: engine = ENGINE_NAMES[0], OPENSEARCH_URL: nodes } = known;
  const { OPENSEARCH_USERNAME: username, OPENSEARCH_PASSWORD: password = '' } = known;
  if (nodes === undefined) return { engine, cluster: null };
  const cluster = {
    nodes,
    login: username === undefined ? null : { username, password },
    ca: known.OPENSEARCH_CA ?? null,
    prefix: known.OPENSEARCH_INDEX,
    shards: known.OPENSEARCH_SHARDS,
    replicas: known.OPENSEARCH_REPLICAS,
  };
  return { engine, cluster };
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** @returns one sentence for each variable that only makes sense with another, as in `misfits.ts` */
export function searchMisfits(set: Readonly<Record<string, string | undefined>>): string[] {
  if (set.OPENSEARCH_PASSWORD === undefined || set.OPENSEARCH_USERNAME !== undefined) return [];
  return ['OPENSEARCH_USERNAME is needed beside OPENSEARCH_PASSWORD: the user whose password it is.'];
}
