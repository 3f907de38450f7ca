import { readConfig } from '../config.ts';
import { counted } from '../counted-words.ts';
import { openLedger } from '../ledger/open.ts';
import { openLog } from '../log.ts';
import { type Command, readOptions, UsageError } from './command.ts';
import { secretsOf } from './start/secrets.ts';

/** As the bots name people: a user of Slack is one only within a workspace. */
const USER = /^(?:slack:(?:[A-Z0-9]+|-)\/[A-Z0-9]+|discord:\d+)$/;

/** `nutgraf forget`: deletes what a person asked and said. */
export const forgetCommand: Command = {
  name: 'forget',
  summary: 'delete what a person has asked and said from the ledger',
  help: `nutgraf forget --user PLATFORM:ID

PLATFORM:ID is slack:WORKSPACE/USER, such as slack:T012AB3CD/U012AB3CD, or discord:USER, such as
discord:80351110224678912. It deletes their questions, what they said of answers, and what they told the desk, and
prints how many there were. People are kept as a hash that is keyed with LEDGER_KEY: LEDGER_URL and LEDGER_KEY have to
be those of the bots. The bots may be running.

Exit code: 0 it is done, 2 it is not, or bad usage or configuration.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, { user: { type: 'string' } });
    const { user } = values;
    if (positionals.length > 0) throw new UsageError('nutgraf forget takes --user only.');
    if (user === undefined || !USER.test(user)) {
      throw new UsageError(
        '--user should be slack:WORKSPACE/USER or discord:USER, such as slack:T012AB3CD/U012AB3CD.',
      );
    }
    const config = readConfig(io.env);
    const { ledger: wish, logLevel } = config;
    if (wish.store.kind === 'off') {
      throw new UsageError('LEDGER_URL is off: no ledger is kept that somebody could be forgotten in.');
    }
    // In another's place nobody would be forgotten.
    const log = openLog(logLevel ?? 'warn', { secrets: secretsOf(config) });
    const ledger = await openLedger({ ...wish, stated: true }, log);
    try {
      const count = await ledger.journal.forget(user);
      io.stdout.write(`${counted(count, 'entry', 'entries')} of ${user} deleted.\n`);
      if (count === 0) {
        io.stderr.write(
          `Nothing is kept of ${user}, or it was kept with another LEDGER_KEY: it has to be the one of the bots.\n`,
        );
      }
    } finally {
      await ledger.close();
    }
    return 0;
  },
};
