import type { WebContext } from '../around.ts';
import { openApiDocument } from './openapi.ts';
import { sendTagged, type Tagged, tagged } from './tagged.ts';

/**
 * `/api/openapi.json`: the document, written when it is first wanted, which takes some 10 ms.
 *
 * @returns what is done for the path
 */
export function describeApi(): (c: WebContext) => Response {
  let sent: Tagged | null = null;
  return (c) => {
    sent ??= tagged(JSON.stringify(openApiDocument()));
    return sendTagged(c, sent, 'application/json');
  };
}
