import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { WebAround, WebContext } from '../around.ts';
import type { Asset } from '../assets.ts';
import { MARK } from './mark.ts';

type Handler = (c: WebContext) => Response | Promise<Response>;

/** The address changes with the content: a year is for ever. */
const FOREVER = 'public, max-age=31536000, immutable';
/** The widget's address is in other people's pages, and never changes: a new version reaches them within minutes. */
const SHORTLY = 'public, max-age=300';
const A_DAY = 'public, max-age=86400';

const ICON = MARK.html.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
const ROBOTS = 'User-agent: *\nDisallow: /\n';

/** `/assets/…`: style, scripts and fonts. */
export function sendAsset({ assets }: WebAround): Handler {
  return (c) => {
    const asset = assets.at(c.req.path);
    return asset === null ? c.notFound() : send(c, asset, FOREVER);
  };
}

/** `/embed.js`: the widget, which pages of other sites load. */
export function sendEmbed({ assets }: WebAround): Handler {
  return (c) => {
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('access-control-allow-origin', '*');
    return send(c, assets.file('embed.js'), SHORTLY);
  };
}

/** `/favicon.svg` */
export function sendIcon(): Handler {
  return (c) => c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': A_DAY });
}

/** `/robots.txt`: what is answered is for those who ask, and the articles are the outlets'. */
export function sendRobots(): Handler {
  return (c) => c.text(ROBOTS, 200, { 'cache-control': A_DAY });
}

function send(c: WebContext, { type, etag, body, gzip, brotli }: Asset, cache: string): Response {
  c.header('cache-control', cache);
  c.header('etag', etag);
  if (gzip !== null) c.header('vary', 'accept-encoding', { append: true });
  if (isKnown(c.req.header('if-none-match') ?? '', etag)) return c.body(null, 304);
  const accepted = c.req.header('accept-encoding') ?? '';
  const [encoding, bytes] =
    brotli !== null && accepts(accepted, 'br')
      ? ['br', brotli]
      : gzip !== null && accepts(accepted, 'gzip')
        ? ['gzip', gzip]
        : [null, body];
  c.header('content-type', type);
  c.header('content-length', String(bytes.length));
  if (encoding !== null) c.header('content-encoding', encoding);
  // A `Response` copies what it is made of. These cost nothing to ask for: whoever asked for thousands and read none of
  // them filled half a gigabyte with copies of the style sheet.
  for (const [name, value] of c.res.headers) c.env.outgoing.setHeader(name, value);
  c.env.outgoing.end(bytes);
  return RESPONSE_ALREADY_SENT;
}

/** A proxy may have made the tag a weak one. */
function isKnown(tags: string, etag: string): boolean {
  return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** Whether it is named, and not with a weight of nought. */
function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((each) => {
    const [name, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
