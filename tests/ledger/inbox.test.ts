import Libsql from 'libsql';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { describeInbox, describeSharedInbox, TABLES } from './inbox-contract.ts';
import { ledgerPath, opened, tamper } from './ledger-file.ts';

describeInbox('The ledger in memory', () => memoryLedger(null));

describeInbox('SQLite', async () => opened(await ledgerPath()));

describeSharedInbox('SQLite', async () => {
  const path = await ledgerPath();
  return {
    open: () => opened(path),
    async setBack(column, seconds) {
      tamper(path, `UPDATE ${TABLES[column]} SET ${column} = ${column} - ${seconds * 1_000}`);
    },
    async count(table) {
      const database = new Libsql(path);
      const [row] = database.prepare(`SELECT count(*) AS count FROM ${table}`).all() as { count: number }[];
      database.close();
      return Number(row?.count);
    },
  };
});
