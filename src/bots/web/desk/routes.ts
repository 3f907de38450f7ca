import { Hono } from 'hono';
import type { WebAround, WebEnv } from '../around.ts';
import type { Buckets } from '../guard/buckets.ts';
import { openPages, type Pages } from './add/pages.ts';
import { addRoutes } from './add/routes.ts';
import { admitted, neverKept, onlyWhereOpen, ownFormsOnly } from './gate.ts';
import { showLibrary } from './library/show-library.ts';
import { logIn, logOut, showLogin } from './login.ts';
import { openReports } from './questions/reports.ts';
import { showCorrections } from './questions/show-corrections.ts';
import { showQuestions } from './questions/show-questions.ts';
import { showWhy } from './why/show-why.ts';

/**
 * The desk: for those who keep the stories, behind `DESK_TOKEN`.
 *
 * @param around what routes work with
 * @param attempts who may try tokens how often, here and before it
 * @param pages what fetches the pages that are to be added
 * @returns the routes below `/desk`
 */
export function deskRoutes(around: WebAround, attempts: Buckets, pages: Pages = openPages()): Hono<WebEnv> {
  const reports = openReports(around);
  const desk = new Hono<WebEnv>();
  desk.use(neverKept(), onlyWhereOpen(around), ownFormsOnly(around, attempts));
  desk.get('/login', showLogin(around));
  desk.post('/login', logIn(around, attempts));
  desk.use(admitted(around, attempts));
  desk.post('/logout', logOut());
  desk.get('/', showLibrary(around));
  desk.route('/add', addRoutes(around, pages));
  desk.get('/why', showWhy(around));
  desk.get('/questions', showQuestions(around, reports));
  desk.get('/corrections', showCorrections(around, reports));
  return desk;
}
