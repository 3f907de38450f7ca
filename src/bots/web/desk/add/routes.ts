import { Hono } from 'hono';
import type { Reader } from '../../../../knowledge/intake/index.ts';
import type { WebAround, WebContext, WebEnv } from '../../around.ts';
import { sendDesk } from '../frame.ts';
import { formHtml, LEAD } from './form-page.ts';
import { KEPT_MINUTES, openPages, type Pages } from './pages.ts';
import { previewHtml } from './preview-page.ts';
import { openSaved, savedHtml } from './saved-page.ts';
import { addCommands } from './told.ts';
import { type Typed, typedIn, untyped, type Wrong } from './typed.ts';

const NO_LONGER_KEPT = `The page that was shown is no longer kept, since it was more than ${KEPT_MINUTES} minutes ago or many others were looked at: look at it again, then save it.`;
const CHANGED =
  'The library has changed since this was shown, so nothing was saved: this is what would be saved now.';

/**
 * What adds articles: the form, what would be saved, and saving it.
 *
 * @param around where the library is
 * @param pages what fetches pages
 * @returns the routes below `/desk/add`
 */
export function addRoutes(around: WebAround, pages: Pages = openPages()): Hono<WebEnv> {
  const saved = openSaved();
  let reader: Reader | null = null;
  const routes = new Hono<WebEnv>();

  function sendForm(c: WebContext, typed: Typed, wrong: Wrong, status: 200 | 410 | 422): Response {
    const { stories } = around.knowledge;
    const body = formHtml({ typed, wrong, stories });
    const page = { title: 'Add an article', section: '/desk/add', lead: LEAD, body } as const;
    const commands = status === 200 ? addCommands(typed, around.data) : [];
    return sendDesk(c, around, { ...page, commands }, status);
  }

  /** What parses pages is loaded with the first look, and does it where it keeps nobody's answer waiting. */
  async function look(typed: Typed) {
    const [{ lookAt }, { openReader }] = await Promise.all([
      import('./look.ts'),
      import('../../../../knowledge/intake/index.ts'),
    ]);
    reader ??= openReader();
    return lookAt(typed, { data: around.data, pages, reader });
  }

  type Look = Extract<Awaited<ReturnType<typeof look>>, { kind: 'looked' }>;

  function sendPreview(c: WebContext, typed: Typed, looked: Look, notice: string | null): Response {
    const body = previewHtml({ typed, looked, notice, knowledge: around.knowledge });
    const title =
      looked.shelved.outcome === 'unchanged' ? 'The library has this already' : 'As it would be saved';
    const commands = addCommands(typed, around.data);
    return sendDesk(c, around, { title, section: '/desk/add', body, commands }, notice === null ? 200 : 409);
  }

  routes.get('/', (c) => sendForm(c, untyped(c.req.query('story') ?? ''), {}, 200));

  routes.post('/preview', async (c) => {
    const typed = await typedIn(c);
    const looked = await look(typed);
    if (looked.kind === 'wrong') return sendForm(c, typed, looked.wrong, 422);
    return sendPreview(c, typed, looked, null);
  });

  routes.post('/save', async (c) => {
    const typed = await typedIn(c);
    if (typed.page !== '' && pages.kept(typed.page) === null) {
      return sendForm(c, { ...typed, page: '' }, { material: NO_LONGER_KEPT }, 410);
    }
    const looked = await look(typed);
    if (looked.kind === 'wrong') return sendForm(c, typed, looked.wrong, 422);
    if (looked.mark !== typed.seen) return sendPreview(c, typed, looked, CHANGED);
    try {
      const shelved = await looked.save();
      around.log.info(
        { id: c.get('id'), file: shelved.file, outcome: shelved.outcome },
        'Desk: an article was saved',
      );
      return c.redirect(`/desk/add/saved/${saved.keep(shelved)}`, 303);
    } catch (error) {
      const { sentenceOf } = await import('./look.ts');
      return sendForm(c, typed, { material: sentenceOf(error) }, 422);
    }
  });

  routes.get('/saved/:id', (c) => {
    const shelved = saved.of(c.req.param('id'));
    if (shelved === null) return c.redirect('/desk', 303);
    const body = savedHtml(shelved, around.knowledge);
    return sendDesk(c, around, { title: 'Saved', section: '/desk/add', body, commands: [] });
  });

  return routes;
}
