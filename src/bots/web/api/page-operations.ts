import type { Operation } from './operation.ts';
import { fileOf, pageOf, refusals, UNCHANGED } from './responses.ts';

/** What people open, and what their browsers load for it. Nothing of the latter is counted as asking. */
export const FOR_PEOPLE: Readonly<Record<string, Operation>> = {
  '/': {
    id: 'showHome',
    tag: 'pages',
    summary: 'Ask, or with `q` see the answer',
    parameters: ['q', 'story', 'after'],
    responses: { 200: pageOf('The page.'), ...refusals('Page') },
  },
  '/story/{story}': {
    id: 'showStory',
    tag: 'pages',
    summary: 'A story: its articles and questions',
    parameters: ['slug', 'held'],
    responses: {
      200: pageOf('The page.', 'etag'),
      304: UNCHANGED,
      404: pageOf('There is no such story, or it is not open here.'),
      ...refusals('Page'),
    },
  },
  '/story/{story}/{article}': {
    id: 'showArticle',
    tag: 'pages',
    summary: 'An article, with a passage of it marked',
    parameters: ['slug', 'article', 'at', 'held'],
    responses: {
      200: pageOf('The page.', 'etag'),
      304: UNCHANGED,
      404: pageOf('There is no such article, or its story is not open here.'),
      ...refusals('Page'),
    },
  },
  '/embed.js': file('sendEmbed', 'The widget for other sites', 'text/javascript', { tagged: true }),
  '/assets/{file}': file('sendAsset', 'Style, scripts and fonts of the pages', '*/*', {
    tagged: true,
    named: true,
  }),
  '/favicon.svg': file('sendIcon', 'The icon', 'image/svg+xml', {}),
  '/robots.txt': file('sendRobots', 'What crawlers are asked for', 'text/plain', {}),
};

function file(
  id: string,
  summary: string,
  type: string,
  { tagged = false, named = false }: { readonly tagged?: boolean; readonly named?: boolean },
): Operation {
  return {
    id,
    tag: 'pages',
    summary,
    parameters: [...(named ? ['file' as const] : []), ...(tagged ? ['held' as const] : [])],
    responses: {
      200: fileOf('The file.', type, ...(tagged ? ['etag' as const] : [])),
      ...(tagged && { 304: UNCHANGED }),
      ...(named && { 404: pageOf('There is no such file, or no longer.') }),
      ...refusals('Page', [429]),
    },
  };
}
