import { parametersOf } from './parameters.ts';
import type { Described, Responses } from './responses.ts';

/** A route, as it is described. */
export interface Operation {
  readonly id: string;
  readonly tag: 'programs' | 'desk' | 'running' | 'pages';
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: Parameters<typeof parametersOf>;
  readonly security?: readonly Described[];
  readonly responses: Responses;
}

/**
 * @param operations routes, by path
 * @returns the same as OpenAPI wants its paths
 */
export function pathsOf(
  operations: Readonly<Record<string, Operation>>,
): Readonly<Record<string, Described>> {
  return Object.fromEntries(
    Object.entries(operations).map(([path, { id, tag, parameters = [], security = [], ...rest }]) => [
      path,
      { get: { operationId: id, tags: [tag], parameters: parametersOf(...parameters), security, ...rest } },
    ]),
  );
}
