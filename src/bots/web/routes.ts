import { Hono } from 'hono';
import { answerAsk } from './api/ask.ts';
import { describeApi } from './api/describe.ts';
import { listStories } from './api/stories.ts';
import { suggest } from './api/suggest.ts';
import type { WebAround, WebEnv } from './around.ts';
import { deskRoutes } from './desk/routes.ts';
import { openAttempts } from './desk/token.ts';
import { unansweredFeed } from './feeds/unanswered.ts';
import { forOtherSites, SHARED_PATHS } from './guard/cors.ts';
import { notFound, wentWrong } from './guard/failures.ts';
import { securityHeaders } from './guard/headers.ts';
import { knownHosts } from './guard/hosts.ts';
import { identified } from './guard/identity.ts';
import { withinLimits } from './guard/limits.ts';
import { measured } from './guard/measured.ts';
import { rateLimit } from './guard/rate.ts';
import { sendAsset, sendEmbed, sendIcon, sendRobots } from './pages/send-files.ts';
import { showArticle } from './pages/show-article.ts';
import { showHome } from './pages/show-home.ts';
import { showStory } from './pages/show-story.ts';
import { showMetrics } from './show-metrics.ts';

/**
 * Every address of the page: what is looked at before, in order, then a line for each.
 *
 * @param around what routes work with
 * @returns what answers requests
 */
export function routesOf(around: WebAround): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const attempts = openAttempts();
  app.use(identified(around), securityHeaders(), measured(around), knownHosts(around));
  for (const path of SHARED_PATHS) app.use(path, forOtherSites(around));
  app.use(rateLimit(around), withinLimits(around, attempts));

  app.get('/', showHome(around));
  app.get('/story/:story', showStory(around));
  app.get('/story/:story/:article', showArticle(around));
  app.get('/api/ask', answerAsk(around));
  app.get('/api/stories', listStories(around));
  app.get('/api/suggest', suggest(around));
  app.get('/api/openapi.json', describeApi());
  app.get('/feed/:story/unanswered.json', unansweredFeed(around));
  app.get('/metrics', showMetrics(around));
  app.get('/embed.js', sendEmbed(around));
  app.get('/assets/:file', sendAsset(around));
  app.get('/favicon.svg', sendIcon());
  app.get('/robots.txt', sendRobots());
  app.route('/desk', deskRoutes(around, attempts));

  app.notFound(notFound(around));
  app.onError(wentWrong(around));
  return app;
}
