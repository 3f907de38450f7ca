import { failureReply } from '../../../src/bots/other-replies.ts';
import type { Sample } from '../../page.ts';
import { slackSample } from '../../slack/platform.ts';
import type { Surface } from '../../slack/surface.ts';
import { found, type Libraries, type LibraryName } from '../libraries.ts';
import { NAMES } from './ids.ts';
import { alreadyShared, answerInModal, askingModal, home, link, others, settings } from './scenes.ts';
import { directly, inChannel, inThread, type Shown, SOMEWHERE, toOne } from './shown.ts';

/** A sample before it is made. A new one is a line in {@link ROWS}. */
interface Row {
  readonly slug: string;
  readonly title: string;
  show(open: Libraries): Promise<Surface> | Surface;
}

/** A question that is put to a library, and shown in some way. */
function asked(
  library: LibraryName,
  question: string,
  show: (shown: Shown) => Surface,
  ...opened: readonly string[]
): Row['show'] {
  return async (open) =>
    show({ question, reply: await found(await open(library), SOMEWHERE, question), opened });
}

const COUNT = 'what was the vote count?';
const REOPENS = 'When will Mill Bridge open again?';
const CRACKS = 'How many cracks were found in the bridge?';
const CROSSING = 'How do people cross the river now?';
const HURT = 'did anybody get hurt on the bridge?';
const CEO = 'who is the CEO of Amazon?';
const TWO = 'how many people work there and why were the results thrown out?';
const SIGN = 'what does the sign say?';

const ROWS: readonly Row[] = [
  { slug: 'answer', title: 'An answer', show: asked('shipped', COUNT, inThread) },
  { slug: 'context', title: 'More context', show: asked('shipped', COUNT, inThread, 'context0') },
  { slug: 'others', title: 'Not what I asked', show: others('bridge', REOPENS) },
  { slug: 'channel', title: 'The question in the channel', show: () => inChannel(COUNT) },
  { slug: 'also', title: 'Two sources that say the same', show: asked('bridge', REOPENS, inThread) },
  { slug: 'sources', title: 'Other sources', show: asked('bridge', REOPENS, inThread, 'sources0') },
  { slug: 'differing', title: 'Two sources that differ', show: asked('bridge', CRACKS, inThread) },
  { slug: 'speaker', title: 'Somebody said it on the air', show: asked('bridge', CROSSING, directly) },
  { slug: 'unsure', title: 'Something comes close', show: asked('bridge', HURT, inThread) },
  { slug: 'told', title: 'The desk has been told', show: asked('shipped', CEO, inThread, 'told') },
  { slug: 'not-in-story', title: 'The story does not say', show: asked('shipped', CEO, inThread) },
  { slug: 'command', title: 'Answered to one person', show: asked('shipped', COUNT, toOne) },
  { slug: 'shared', title: 'Shared with the channel', show: alreadyShared('shipped', COUNT) },
  { slug: 'several', title: 'Two questions at once', show: asked('shipped', TWO, toOne) },
  { slug: 'empty', title: 'Nothing asked', show: asked('shipped', '', inThread) },
  { slug: 'hostile', title: 'Full of what Slack would act on', show: asked('ferry', SIGN, directly) },
  {
    slug: 'failure',
    title: 'Something broke',
    show: () => directly({ question: COUNT, reply: failureReply('finding', 'k7p2q9') }),
  },
  { slug: 'unfurl', title: 'A link to an article', show: link('bridge', 'gazette') },
  { slug: 'ask-modal', title: 'The modal to ask in', show: askingModal('bridge', 'shipped') },
  { slug: 'answer-modal', title: 'The modal with the answer', show: answerInModal('bridge', CRACKS) },
  { slug: 'settings', title: 'What is set for a channel', show: settings('bridge', 'shipped') },
  { slug: 'home', title: 'The Home tab', show: home([CRACKS, HURT], 'bridge', 'shipped') },
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
