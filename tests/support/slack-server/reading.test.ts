import { describe, expect, it } from 'vitest';
import { coldText } from './cold-text.ts';
import type { Json } from './json.ts';
import { actions, button, contextActions, line, picture, rich, section, words } from './samples.ts';
import { pingsIn, seen } from './shown.ts';

const said = (text: string): Json => ({ type: 'plain_text', text });
const marked = (text: string, more: Json = {}): Json => ({ type: 'mrkdwn', text, ...more });
const quote = (text: string): Json =>
  rich({ type: 'rich_text_quote', elements: [words({ text }), words({ text: '.', style: { bold: true } })] });

describe('what a person sees', () => {
  it('is the text in reading order, with what is bold, linked, quoted and pictured', () => {
    const { text, bold, links, quotes, images } = seen({
      text: 'not this',
      blocks: [
        { type: 'header', text: said('The count') },
        quote('Hale won'),
        section({
          text: marked('*By* <https://courier.example/a|the Courier> &amp; others'),
          fields: [said('1'), said('2')],
        }),
        rich(
          line(
            { type: 'link', url: 'https://courier.example/b', text: 'more' },
            { type: 'emoji', name: 'eyes' },
          ),
        ),
        { type: 'context', elements: [picture(), said('3 March')] },
        { type: 'markdown', text: '**Ferry** [map](https://courier.example/c)\n> It sailed.' },
      ],
    });
    expect(text).toBe(
      'The count\nHale won.\nBy the Courier & others\n1\n2\nmore:eyes:\n(A map) 3 March\nFerry map\nIt sailed.',
    );
    expect(bold).toEqual(['.', 'By', 'Ferry']);
    expect(links).toEqual([
      'https://courier.example/a',
      'https://courier.example/b',
      'https://courier.example/c',
    ]);
    expect(quotes).toEqual(['Hale won.', 'It sailed.']);
    expect(images).toEqual(['A map']);
  });

  it('is the text where there are no blocks, and its markup only where that is on', () => {
    expect(seen({ text: '&gt; *Hale*\n&gt; won\nsays A' })).toMatchObject({
      text: 'Hale\nwon\nsays A',
      quotes: ['Hale\nwon'],
      bold: ['Hale'],
    });
    expect(seen({ text: '*Hale* &lt;won&gt;', mrkdwn: false }).text).toBe('*Hale* <won>');
  });

  it('has buttons, with what they send, and menus, with what is chosen', () => {
    const option = { text: said('Ferry'), value: 'f' };
    const menu = { type: 'static_select', action_id: 'm', placeholder: said('Story') };
    const { text, buttons, selects } = seen({
      blocks: [
        {
          ...actions(
            button({ text: said('More'), action_id: 'more', value: 'v' }),
            { ...menu, options: [option] },
            { ...menu, options: [option], initial_option: option },
          ),
          block_id: 'b',
        },
        contextActions({
          type: 'feedback_buttons',
          action_id: 'f',
          positive_button: { text: said('Good'), value: 'yes' },
          negative_button: { text: said('Bad'), value: 'no' },
        }),
      ],
    });
    expect(text).toBe('[More] [Story ▾] [Ferry ▾]\n[Good] [Bad]');
    expect(buttons.map(({ label, value }) => [label, value])).toEqual([
      ['More', 'v'],
      ['Good', 'yes'],
      ['Bad', 'no'],
    ]);
    expect(buttons[0]).toEqual({
      label: 'More',
      type: 'button',
      action_id: 'more',
      block_id: 'b',
      value: 'v',
      url: null,
    });
    expect(selects.map(({ options, chosen }) => [options, chosen])).toEqual([
      [['Ferry'], []],
      [['Ferry'], ['Ferry']],
    ]);
  });

  it('of a modal is also its title and its buttons', () => {
    const view = {
      type: 'modal',
      title: said('Ask'),
      submit: said('Send'),
      close: said('Leave'),
      blocks: [
        {
          type: 'input',
          label: said('Question'),
          element: { type: 'plain_text_input', initial_value: 'who?' },
        },
      ],
    };
    for (const sent of [view, { trigger_id: '1', view }]) {
      expect(seen(sent)).toMatchObject({
        text: 'Ask\nQuestion [who?]\n[Leave] [Send]',
        title: 'Ask',
        submit: 'Send',
        close: 'Leave',
      });
    }
  });
});

describe('what pings', () => {
  it.each<[string, Json]>([
    ['a channel in the fallback text', { text: 'a <!channel>', blocks: [quote('a')] }],
    ['a person in mrkdwn', { text: 'a', blocks: [section({ text: marked('<@U1>', { verbatim: true }) })] }],
    ['a channel named in a field', { text: 'a', blocks: [section({ fields: [marked('<#C1>')] })] }],
    ['a bare word that Slack may parse', { text: 'a', blocks: [section({ text: marked('hear, @here') })] }],
    ['a group', { text: 'a', blocks: [rich(line({ type: 'usergroup', usergroup_id: 'S1' }))] }],
    ['a broadcast', { text: 'a', blocks: [rich(line({ type: 'broadcast', range: 'here' }))] }],
    ['a dialog', { text: 'a', blocks: [actions(button({ confirm: { text: marked('<!here>') } }))] }],
    ['a view', { view: { type: 'home', blocks: [section({ text: marked('<@U1>') })] } }],
    [
      'a preview',
      { unfurls: { 'https://courier.example/': { blocks: [section({ text: marked('<!everyone>') })] } } },
    ],
    ['markdown', { text: 'a', blocks: [{ type: 'markdown', text: '<!channel>' }] }],
    [
      'an option that formats',
      { text: 'a', blocks: [actions({ type: 'checkboxes', options: [{ text: marked('<@U1>') }] })] },
    ],
    ['names made links', { text: '@ada', link_names: true }],
    ['full parsing', { text: '@ada', parse: 'full' }],
  ])('is %s', (_, sent) => {
    expect(pingsIn(sent)).toHaveLength(1);
  });

  it('is nothing that is shown letter for letter or not at all', () => {
    const hostile = '<!channel> <@U1> @here';
    expect(
      pingsIn({
        text: '&lt;!channel&gt; @here',
        metadata: { event_type: 'asked', event_payload: { question: hostile } },
        blocks: [
          quote(hostile),
          actions(button({ text: said(hostile), value: hostile })),
          section({ text: marked('&lt;@U1&gt; @here', { verbatim: true }) }),
          picture({ alt_text: hostile }),
          rich(line({ type: 'link', url: 'https://courier.example/?<!here>', text: hostile })),
        ],
      }),
    ).toEqual([]);
  });
});

describe('the fallback text', () => {
  it('is to say every quotation, and pictures are to say what they show', () => {
    expect(coldText({ text: 'Hale  &amp; Co.\n— Courier', blocks: [quote('Hale & Co'), picture()] })).toEqual(
      [],
    );
    expect(coldText({ text: 'An answer', blocks: [quote('Hale won')] })).toEqual([
      'the fallback text lacks the quotation “Hale won.”',
    ]);
    expect(coldText({ text: ' ', blocks: [quote('Hale won')] })).toEqual(['the fallback text is missing']);
    expect(coldText({ blocks: [quote('Hale won')] })).toEqual(['the fallback text is missing']);
    expect(
      coldText({ text: 'a', blocks: [section({ text: said('a'), accessory: picture({ alt_text: ' ' }) })] }),
    ).toEqual(['the picture https://courier.example/map.png has no alt_text']);
    expect(coldText({ delete_original: true })).toEqual([]);
  });
});
