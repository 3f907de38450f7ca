import type { ActionsBlock, Button, HomeView, KnownBlock } from '@slack/types';
import type { Story } from '../../../knowledge/index.ts';
import type { Settings } from '../../../ledger/ledger.ts';
import { dayText } from '../../source-line.ts';
import { isolated, oneLine } from '../../text.ts';
import { LIMITS, SHOWN } from '../limits.ts';
import { writeState } from '../state.ts';
import { HOME } from './messages.ts';

/** `action_id` of what the Home tab offers; those of questions end in a number. */
export const HOME_ACTIONS = { ask: 'ask', question: 'ask-this', mayChange: 'may-change' } as const;

/** What the Home tab shows to one person. */
export interface Home {
  /** Stories that are open to them. */
  readonly stories: readonly Story[];
  /** Their last questions, newest first. */
  readonly recent: readonly string[];
  /** What an administrator may set for the workspace; `null` for everybody else. */
  readonly mayChange: NonNullable<Settings['mayChange']> | null;
}

/** Stories that are listed; a library may hold hundreds. */
const STORIES = 20;
/** Questions that are offered, and of one story at most. */
const QUESTIONS = { all: 6, each: 3 } as const;

/**
 * The Home tab: how to ask, what to ask, what there is.
 *
 * @param home what to show
 * @returns the view
 */
export function homeView({ stories, recent, mayChange }: Home): HomeView {
  const suggested = stories.flatMap(({ questions }) => questions.slice(0, QUESTIONS.each));
  return {
    type: 'home',
    blocks: [
      header(HOME.heading),
      section(HOME.how),
      { type: 'actions', elements: [{ ...button(HOME_ACTIONS.ask, HOME.ask, 'ask'), style: 'primary' }] },
      bullets(HOME.ways),
      ...asked(HOME.suggested, suggested.slice(0, QUESTIONS.all), 'suggested'),
      ...asked(HOME.recent, recent, 'recent'),
      header(HOME.stories),
      ...listed(stories),
      ...(mayChange === null ? [] : [header(HOME.settings), whoMayChange(mayChange)]),
    ],
  };
}

function asked(heading: string, questions: readonly string[], name: string): KnownBlock[] {
  const elements = [...new Set(questions)].flatMap((question, index): Button[] => {
    const asking = { text: question, story: null, earlier: [] };
    const value = writeState({ asking, opened: new Set(), kept: null });
    const label = oneLine(question, LIMITS.label);
    // One that is too long for a button is better asked anew.
    return value.length > LIMITS.value || label === ''
      ? []
      : [button(`${HOME_ACTIONS.question}-${name}-${index}`, label, value)];
  });
  const row: ActionsBlock = { type: 'actions', elements };
  return elements.length === 0 ? [] : [header(heading), row];
}

function listed(stories: readonly Story[]): KnownBlock[] {
  if (stories.length === 0) return [section(HOME.noStories)];
  const more = stories.length - STORIES;
  const lines = stories.slice(0, STORIES).map(storyLine);
  return [bullets(more > 0 ? [...lines, HOME.more(more)] : lines)];
}

/** "Union vote in Bessemer: 2 articles, the newest of 29 Nov 2021". */
function storyLine({ title, slug, articles }: Story): string {
  const name = isolated(oneLine(title, SHOWN.headline)) || slug;
  const dates = articles
    .map(({ updated, published }) => updated ?? published)
    .filter((date) => date !== null);
  const newest = dayText(dates.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null);
  const count = articles.length === 1 ? '1 article' : `${articles.length} articles`;
  if (newest === null) return `${name}: ${count}`;
  return articles.length === 1
    ? `${name}: ${count}, of ${newest}`
    : `${name}: ${count}, the newest of ${newest}`;
}

function whoMayChange(chosen: NonNullable<Settings['mayChange']>): KnownBlock {
  const option = (value: NonNullable<Settings['mayChange']>) => ({ text: plain(HOME[value]), value });
  return {
    type: 'section',
    text: plain(HOME.mayChange),
    accessory: {
      type: 'static_select',
      action_id: HOME_ACTIONS.mayChange,
      options: [option('members'), option('admins')],
      initial_option: option(chosen),
    },
  };
}

function bullets(lines: readonly string[]): KnownBlock {
  const elements = lines.map((text) => ({
    type: 'rich_text_section' as const,
    elements: [{ type: 'text' as const, text }],
  }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

function header(text: string): KnownBlock {
  return { type: 'header', text: plain(oneLine(text, LIMITS.header)) };
}

function section(text: string): KnownBlock {
  return { type: 'section', text: plain(text) };
}

function button(action: string, label: string, value: string): Button {
  return { type: 'button', action_id: action, text: plain(label), value };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
