/**
 * What Slack takes, in UTF-16 code units or in pieces. Every limit that the renderer holds stands here.
 */
export const LIMITS = {
  /**
   * All blocks of a message together, as JSON. Not documented: Slack refuses from about 13,200 on with
   * `msg_blocks_too_long` (https://github.com/slackapi/bolt-js/issues/2509). The difference is margin.
   */
  blocks: 12_000,
  /** Blocks in a message (https://docs.slack.dev/reference/block-kit/blocks). */
  blockCount: 50,
  /** A text object, and so one piece of a source line (https://docs.slack.dev/reference/block-kit/composition-objects/text-object). */
  textObject: 3_000,
  /** Pieces of a source line (https://docs.slack.dev/reference/block-kit/blocks/context-block). */
  contextElements: 10,
  /**
   * `text` of a message as Slack advises it. Less important parts are left out above it
   * (https://docs.slack.dev/reference/methods/chat.postMessage#truncating).
   */
  advisedText: 4_000,
  /**
   * `text` of a message: what is beyond it is cut off, so a quotation that does not fit is not shown
   * (https://docs.slack.dev/reference/methods/chat.postMessage#truncating).
   */
  text: 40_000,
  /**
   * `text` in `chat.update`, in bytes to be safe: beyond 4,000 characters it is refused with `msg_too_long`
   * (https://docs.slack.dev/reference/methods/chat.update#errors).
   */
  updateText: 3_900,
  /** `value` of a button (https://docs.slack.dev/reference/block-kit/block-elements/button-element). */
  value: 2_000,
  /** Label of a button, and of what a screen reader says of it (same page). */
  label: 75,
  /** Title and buttons of a modal (https://docs.slack.dev/reference/views/modal-views). */
  viewTitle: 24,
  /** Blocks in a modal or a Home tab (https://docs.slack.dev/reference/block-kit/blocks). */
  viewBlockCount: 100,
  /** `private_metadata` of a view (https://docs.slack.dev/reference/views/modal-views). */
  privateMetadata: 3_000,
  /** A header (https://docs.slack.dev/reference/block-kit/blocks/header-block). */
  header: 150,
  /** Options of a select menu (https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element). */
  options: 100,
  /** Text of an option, and its value: 75 and 150 (https://docs.slack.dev/reference/block-kit/composition-objects/option-object). */
  optionText: 75,
  optionValue: 150,
  /** Suggested prompts (https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts). */
  prompts: 4,
} as const;

/** How long the pieces of a source line may get, in UTF-16 code units. Ours: a source line is a line. */
export const SHOWN = { headline: 300, name: 120, note: 300, question: 150, suggestion: 500 } as const;
