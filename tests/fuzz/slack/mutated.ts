import fc from 'fast-check';
import type { Json } from '../../support/slack-server/json.ts';
import { hostileText } from '../support/hostile.ts';
import { mutations, POLLUTING } from '../support/mutations.ts';

/** What nobody expects where something else stood, and what was made to be taken for ours. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\u200b',
  '0',
  'NaN',
  'T1',
  'T9',
  'U1',
  'U2',
  'C1',
  'D1',
  'constructor',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  [{}],
  POLLUTING,
  'x'.repeat(100_000),
  'https://hooks.slack.com.evil.example/x',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'message_changed',
  'bot_message',
  '{"q":"Who opened the sluice gate?","s":"sluice"}',
  '{"q":"and then?","e":[{"q":"Who opened the sluice gate?","a":["sluice","post",0,60]}]}',
  '{"q":"Who opened it?","x":[["sluice","post",-1,1e400]]}',
  '{"q":"Who opened it?","x":[["sluice","post",0,9007199254740991]],"o":["told","context99"]}',
  '{"k":"AAAAAAAAAAAAAAAA"}',
  '{"q":',
  'helpful {"q":5}',
];

/** Changes of what Slack sends. */
export const { changes, mutated } = mutations<Json>({
  value: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 3, arbitrary: hostileText() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  ),
  most: 3,
  nestedIn: 'elements',
  // Deeper than anything that Slack sends, and less deep than what no JSON writer can write.
  levels: 300,
  times: 20,
});
