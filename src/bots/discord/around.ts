import type { Client } from 'discord.js';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Desk } from '../desk.ts';
import type { Intake } from './inbox/intake.ts';
import type { Limits } from './manners/limits.ts';
import type { Questions } from './manners/questions.ts';
import type { Repeats } from './manners/repeats.ts';

/** What every listener works with. */
export interface Around {
  readonly client: Client;
  readonly desk: Desk;
  readonly ledger: Ledger;
  readonly intake: Intake;
  readonly knowledge: Pick<Knowledge, 'storiesOpenTo'>;
  readonly limits: Limits;
  readonly questions: Questions;
  readonly repeats: Repeats;
  readonly log: Log;
}
