import { failureReply } from '../../../src/bots/other-replies.ts';
import type { Sample } from '../../page.ts';
import { slackSample } from '../../slack/platform.ts';
import type { Surface } from '../../slack/surface.ts';
import { ASKED, askedIn, type Row } from '../asked.ts';
import type { Libraries } from '../libraries.ts';
import { NAMES } from './ids.ts';
import { alreadyShared, answerInModal, askingModal, home, link, others, settings } from './scenes.ts';
import { directly, inChannel, inThread, SOMEWHERE, toOne } from './shown.ts';

const asked = askedIn<Surface>(SOMEWHERE);

/** A new sample is a line here. */
const ROWS: readonly Row<Surface>[] = [
  { slug: 'answer', title: 'An answer', show: asked('shipped', ASKED.count, inThread) },
  { slug: 'context', title: 'More context', show: asked('shipped', ASKED.count, inThread, 'context0') },
  { slug: 'others', title: 'Not what I asked', show: others('bridge', ASKED.reopens) },
  { slug: 'channel', title: 'The question in the channel', show: () => inChannel(ASKED.count) },
  { slug: 'also', title: 'Two sources that say the same', show: asked('bridge', ASKED.reopens, inThread) },
  { slug: 'sources', title: 'Other sources', show: asked('bridge', ASKED.reopens, inThread, 'sources0') },
  { slug: 'differing', title: 'Two sources that differ', show: asked('bridge', ASKED.cracks, inThread) },
  { slug: 'speaker', title: 'Somebody said it on the air', show: asked('bridge', ASKED.crossing, directly) },
  { slug: 'unsure', title: 'Something comes close', show: asked('bridge', ASKED.hurt, inThread) },
  { slug: 'told', title: 'The desk has been told', show: asked('shipped', ASKED.ceo, inThread, 'told') },
  { slug: 'not-in-story', title: 'The story does not say', show: asked('shipped', ASKED.ceo, inThread) },
  { slug: 'command', title: 'Answered to one person', show: asked('shipped', ASKED.count, toOne) },
  { slug: 'shared', title: 'Shared with the channel', show: alreadyShared('shipped', ASKED.count) },
  { slug: 'several', title: 'Two questions at once', show: asked('shipped', ASKED.two, toOne) },
  { slug: 'empty', title: 'Nothing asked', show: asked('shipped', '', inThread) },
  { slug: 'hostile', title: 'Full of what Slack would act on', show: asked('ferry', ASKED.sign, directly) },
  {
    slug: 'failure',
    title: 'Something broke',
    show: () => directly({ question: ASKED.count, reply: failureReply('finding', 'k7p2q9') }),
  },
  { slug: 'unfurl', title: 'A link to an article', show: link('bridge', 'gazette') },
  { slug: 'ask-modal', title: 'The modal to ask in', show: askingModal('bridge', 'shipped') },
  { slug: 'answer-modal', title: 'The modal with the answer', show: answerInModal('bridge', ASKED.cracks) },
  { slug: 'settings', title: 'What is set for a channel', show: settings('bridge', 'shipped') },
  { slug: 'home', title: 'The Home tab', show: home([ASKED.cracks, ASKED.hurt], 'bridge', 'shipped') },
];

/**
 * Makes the samples, by the code that answers in Slack.
 *
 * @param open the libraries that are asked
 * @returns every sample, in the order in which a page shows them
 */
export function slackSamples(open: Libraries): Promise<Sample[]> {
  return Promise.all(
    ROWS.map(async ({ slug, title, show }) => slackSample({ slug, title, surface: await show(open) }, NAMES)),
  );
}
