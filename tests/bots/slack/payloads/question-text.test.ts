import { describe, expect, it } from 'vitest';
import { mentions, questionText } from '../../../../src/bots/slack/payloads/question-text.ts';

describe('the text of a question', () => {
  it.each([
    ['our mention before it', '<@UBOT> who won?', 'who won?'],
    ['our mention with a name', '<@UBOT|nutgraf> who won?', 'who won?'],
    ['our mention after it', 'who won? <@UBOT>', 'who won?'],
    ['nothing but our mention', ' <@UBOT> ', ''],
    ['a person with a name', '<@UBOT> did <@U2|ada> vote?', 'did @ada vote?'],
    ['a person without a name', '<@UBOT> who won? <@U2>', 'who won?'],
    ['a channel', 'in <#C1|general>?', 'in #general?'],
    ['a channel without a name', 'who won <#C1>?', 'who won ?'],
    ['everybody', '<!here> <!channel> who won?', '@here @channel who won?'],
    ['a group', '<!subteam^S1|@editors> who won?', '@editors who won?'],
    ['a date', 'on <!date^1709424000^{date}|3 March> or later?', 'on 3 March or later?'],
    [
      'a link',
      'what does <https://a.example/?a=1&amp;b=2> say?',
      'what does https://a.example/?a=1&b=2 say?',
    ],
    ['a link with a label', 'what does <https://a.example|a.example> say?', 'what does a.example say?'],
    ['an address', 'who is <mailto:a@b.example|a@b.example>?', 'who is a@b.example?'],
    ['entities', 'is 1 &lt; 2 &amp;&amp; 3 &gt; 2?', 'is 1 < 2 && 3 > 2?'],
    ['an entity that was typed', 'what is &amp;lt;?', 'what is &lt;?'],
    ['angle brackets that are nothing', 'is a < b or c > d?', 'is a < b or c > d?'],
  ])('is read with %s', (_, text, read) => {
    expect(questionText(text, 'UBOT')).toBe(read);
  });

  it('is known to mention us, and nobody whose id only begins like ours', () => {
    expect(mentions('hello <@UBOT>', 'UBOT')).toBe(true);
    expect(mentions('hello <@UBOT|nutgraf>', 'UBOT')).toBe(true);
    expect(mentions('hello <@UBOT2>', 'UBOT')).toBe(false);
    expect(mentions('hello @UBOT', 'UBOT')).toBe(false);
  });
});
