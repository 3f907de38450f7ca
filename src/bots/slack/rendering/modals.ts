import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { MAX_QUESTION_LENGTH, type Story } from '../../../knowledge/index.ts';
import type { Settings } from '../../../ledger/ledger.ts';
import { oneLine } from '../../text.ts';
import { LIMITS } from '../limits.ts';
import type { SlackMessage } from '../render.ts';
import { ASKING, SETTING } from './messages.ts';

/** `callback_id` of our modals. */
export const MODALS = { ask: 'ask', answer: 'answer', settings: 'settings' } as const;
/** Blocks with what people put in, and the elements in them. */
export const INPUTS = {
  question: 'question',
  story: 'story',
  habits: 'habits',
} as const;
/** Stands for every story in a select menu, whose options may not be empty; no slug holds a space. */
const EVERY = 'every story';
/** Stands for the story that is set, where its name is none of the person's. */
const AS_IT_IS = 'as it is';

/** @returns a modal to ask a question in */
export function askModal(stories: readonly Story[]): ModalView {
  return {
    type: 'modal',
    callback_id: MODALS.ask,
    title: plain(ASKING.title),
    submit: plain(ASKING.submit),
    close: plain(ASKING.close),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.question,
        label: plain(ASKING.question),
        hint: plain(ASKING.questionHint),
        element: {
          type: 'plain_text_input',
          action_id: INPUTS.question,
          multiline: false,
          focus_on_load: true,
          max_length: MAX_QUESTION_LENGTH,
        },
      },
      ...(stories.length > 1 ? [storyInput(stories, null, ASKING.story)] : []),
    ],
  };
}

/** @returns a modal that shows a message of ours */
export function answerModal(question: string, message: SlackMessage): ModalView {
  const heading = oneLine(question, LIMITS.header);
  const title: KnownBlock[] = heading === '' ? [] : [{ type: 'header', text: plain(heading) }];
  return {
    type: 'modal',
    callback_id: MODALS.answer,
    title: plain(ASKING.answer),
    close: plain(ASKING.close),
    blocks: [...title, ...message.blocks.filter(isForViews)].slice(0, LIMITS.viewBlockCount),
  };
}

/** Feedback buttons stand in messages only (https://docs.slack.dev/reference/block-kit/blocks/context-actions-block). */
function isForViews({ type }: KnownBlock): boolean {
  return type !== 'context_actions';
}

/** @returns a modal for what is set for a channel */
export function settingsModal(stories: readonly Story[], settings: Settings, channel: string): ModalView {
  const options = [option(SETTING.followUps, 'followUps'), option(SETTING.unfurl, 'unfurl')];
  const chosen = options.filter(({ value }) =>
    value === 'unfurl' ? settings.unfurl === true : settings.followUps !== false,
  );
  return {
    type: 'modal',
    callback_id: MODALS.settings,
    private_metadata: channel,
    title: plain(SETTING.title),
    submit: plain(SETTING.submit),
    close: plain(SETTING.close),
    blocks: [
      storyInput(stories, settings.story ?? null, SETTING.story),
      {
        type: 'input',
        block_id: INPUTS.habits,
        optional: true,
        label: plain(SETTING.habits),
        element: {
          type: 'checkboxes',
          action_id: INPUTS.habits,
          options,
          ...(chosen.length > 0 && { initial_options: chosen }),
        },
      },
    ],
  };
}

function storyInput(stories: readonly Story[], chosen: string | null, label: string): KnownBlock {
  const every = option(ASKING.everyStory, EVERY);
  const known = storyOptions(stories);
  // A story that is set stays so until somebody sets another. One that is not open there has no name here: a channel
  // may be shared with another organisation since, which sets it for itself in the same window.
  const tied =
    chosen === null
      ? every
      : (known.find(({ value }) => value === chosen) ?? option(SETTING.closedStory, AS_IT_IS));
  const block = { type: 'input', block_id: INPUTS.story, label: plain(label) } as const;
  // Besides them there is every story, and perhaps one without a name.
  if (known.length + 2 > LIMITS.options) {
    return {
      ...block,
      element: {
        type: 'external_select',
        action_id: INPUTS.story,
        min_query_length: 0,
        initial_option: tied,
      },
    };
  }
  const options = [
    every,
    ...known.filter(({ value }) => value !== tied.value),
    ...(tied === every ? [] : [tied]),
  ];
  return {
    ...block,
    element: { type: 'static_select', action_id: INPUTS.story, options, initial_option: tied },
  };
}

function storyOptions(stories: readonly Story[]): PlainTextOption[] {
  return stories
    .filter(({ slug }) => slug.length <= LIMITS.optionValue)
    .map(({ title, slug }) => option(title, slug));
}

/**
 * What a menu offers that holds too many stories to be sent along.
 *
 * @param stories those that are open to the place
 * @param typed what somebody has typed into it
 * @returns at most a hundred options
 */
export function storiesFor(stories: readonly Story[], typed: string): PlainTextOption[] {
  const wanted = typed.trim().toLowerCase();
  const found = stories.filter(({ title, slug, aliases }) =>
    [title, slug, ...aliases].some((name) => name.toLowerCase().includes(wanted)),
  );
  return [option(ASKING.everyStory, EVERY), ...storyOptions(found)].slice(0, LIMITS.options);
}

function option(text: string, value: string): PlainTextOption {
  return { text: plain(oneLine(text, LIMITS.optionText) || value.slice(0, LIMITS.optionText)), value };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}

/** What a person put into a modal. */
export interface Put {
  readonly question: string;
  /** Slug, or `null` for every story. */
  readonly story: string | null;
  /** Whether what is set stays as it is, and `story` says nothing. */
  readonly keepsStory: boolean;
  readonly habits: readonly string[];
}

type Values = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
const Option = z.object({ value: z.string() });
const Input = z.object({
  value: z.string().nullish().catch(null),
  selected_option: Option.nullish().catch(null),
  selected_options: z.array(Option).nullish().catch(null),
});

/**
 * @param values `view.state.values` of a submission
 * @returns what was put in, as far as it is there
 */
export function putIn(values: Values | undefined): Put {
  const input = (name: string) => Input.safeParse(values?.[name]?.[name]).data;
  const story = input(INPUTS.story)?.selected_option?.value ?? EVERY;
  return {
    question: input(INPUTS.question)?.value ?? '',
    story: story === EVERY || story === AS_IT_IS ? null : story,
    keepsStory: story === AS_IT_IS,
    habits: (input(INPUTS.habits)?.selected_options ?? []).map(({ value }) => value),
  };
}
