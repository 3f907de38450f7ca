import { type Task, WORK } from './work.ts';

/** One piece of work in one process: the task comes as a message, and so goes what comes of it. */
process.once('message', async (task: Task) => {
  const result = await done(task);
  process.send?.(result, () => process.exit());
});
// Nobody waits for what it comes to any more.
process.once('disconnect', () => process.exit(1));

function done(task: Task): Promise<unknown> {
  switch (task.what) {
    case 'peer':
      return WORK.peer(task.job);
    case 'contender':
      return WORK.contender(task.job);
    case 'index':
      return WORK.index(task.job);
    case 'update':
      return WORK.update(task.job);
  }
}
