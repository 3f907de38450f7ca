import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../src/knowledge/search/opensearch/engine-error.ts';
import { patience } from '../../../../src/knowledge/search/opensearch/patience.ts';

const TRIES = [10, 20, 30];
const unwell = () => new EngineError('unwell', 'It lacks shards.');
const failing = (error: Error) => async () => {
  throw error;
};

/** Patience, and a clock that the test moves. */
function opened() {
  let time = 1_000;
  const patient = patience(() => time, TRIES);
  const pass = (ms: number) => {
    time += ms;
  };
  const fail = () => patient.ask(failing(unwell())).catch((error: EngineError) => error.message);
  return { patient, pass, fail };
}

/** Patience after so many questions that it had no answer to. */
async function broken() {
  const all = opened();
  for (let nth = 0; nth < 4; nth += 1) await all.fail();
  return all;
}

describe('a question to the cluster', () => {
  it('is asked once where that works', async () => {
    const limits: number[] = [];
    const asking = opened().patient.ask(async (within) => limits.push(within));
    expect([await asking, limits]).toEqual([1, [10]]);
  });

  it('is tried again, with more time, and gives what the try that works gives', async () => {
    const limits: number[] = [];
    const found = await opened().patient.ask(async (within) => {
      if (limits.push(within) < 3) throw unwell();
      return 'found';
    });
    expect([found, limits]).toEqual(['found', TRIES]);
  });

  it('is given up after so many tries, with what the last one said', async () => {
    let tries = 0;
    const asking = opened().patient.ask(async () => {
      tries += 1;
      throw new EngineError('unreachable', `try ${tries}`);
    });
    await expect(asking).rejects.toThrow('try 3');
  });

  it.each([new EngineError('refused', 'no'), new EngineError('unfit', 'no'), new TypeError('ours')])(
    'is not tried again where that mends nothing: %s',
    async (error) => {
      let tries = 0;
      const { patient } = opened();
      for (let nth = 0; nth < 9; nth += 1) {
        await expect(
          patient.ask(async () => {
            tries += 1;
            throw error;
          }),
        ).rejects.toBe(error);
      }
      expect([tries, patient.trouble()]).toEqual([9, null]);
    },
  );
});

describe('a cluster that does not answer', () => {
  it('is left alone after four questions in a row, and what is wrong is told at once', async () => {
    const { patient, fail } = opened();
    for (let nth = 0; nth < 3; nth += 1) await fail();
    expect(patient.trouble()).toBeNull();
    await fail();
    expect(patient.trouble()).toBe('It lacks shards.');
    let tries = 0;
    await expect(patient.ask(async () => (tries += 1))).rejects.toMatchObject({
      code: 'unwell',
      message: 'It lacks shards.',
    });
    expect(tries).toBe(0);
  });

  it('is not left alone where a question in between had an answer', async () => {
    const { patient, fail } = opened();
    for (let nth = 0; nth < 12; nth += 1) {
      await fail();
      if (nth % 3 === 2) await patient.ask(async () => 'found');
    }
    expect(patient.trouble()).toBeNull();
  });

  it('is asked by one question after a pause, while others are told at once; its answer lets all ask again', async () => {
    const { patient, pass } = await broken();
    pass(5_000);
    let answer = (_: string) => {};
    const probe = patient.ask(() => new Promise<string>((resolve) => (answer = resolve)));
    await expect(patient.ask(async () => 'second')).rejects.toThrow('It lacks shards.');
    answer('first');
    expect(await probe).toBe('first');
    expect(patient.trouble()).toBeNull();
    expect(await patient.ask(async () => 'third')).toBe('third');
  });

  it('is left alone for as long again where that question fails too', async () => {
    const { patient, pass, fail } = await broken();
    pass(5_000);
    await fail();
    pass(4_999);
    await expect(patient.ask(async () => 'early')).rejects.toThrow('It lacks shards.');
    pass(1);
    expect(await patient.ask(async () => 'found')).toBe('found');
  });

  it('is probed again after a probe that failed otherwise', async () => {
    const { patient, pass } = await broken();
    pass(5_000);
    await expect(patient.ask(failing(new TypeError('ours')))).rejects.toThrow('ours');
    expect(await patient.ask(async () => 'found')).toBe('found');
  });
});
