import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/knowledge/remembered.ts';

function counted(most: number) {
  const made: string[] = [];
  const get = remembered(most, (key: string) => {
    made.push(key);
    return { key };
  });
  return { made, get };
}

describe('what is remembered', () => {
  it('is made once, and the same each time', () => {
    const { made, get } = counted(10);
    expect(get('ferry')).toBe(get('ferry'));
    expect(made).toEqual(['ferry']);
  });

  it('stays as long as it is asked for, whatever else comes', () => {
    const { made, get } = counted(10);
    for (let other = 0; other < 1000; other += 1) {
      get('ferry');
      get(`other ${other}`);
    }
    expect(made.filter((key) => key === 'ferry')).toHaveLength(1);
  });

  it('is forgotten when it was not asked for while so many others were', () => {
    const { made, get } = counted(10);
    get('ferry');
    for (let other = 0; other < 10; other += 1) get(`other ${other}`);
    get('ferry');
    expect(made.filter((key) => key === 'ferry')).toHaveLength(2);
  });

  it('is forgotten sooner where it is large', () => {
    const made: string[] = [];
    const make = (key: string) => {
      made.push(key);
      return key;
    };
    const get = remembered(100, make, { sizeOf: ({ length }) => length });
    get('ferry');
    get('f'.repeat(60));
    get('boat');
    expect(get('ferry')).toBe('ferry');
    expect(made.filter((key) => key === 'ferry')).toHaveLength(1);
    for (let other = 0; other < 10; other += 1) get(`${other}`.repeat(60));
    get('ferry');
    expect(made.filter((key) => key === 'ferry')).toHaveLength(2);
  });

  it('may be false', () => {
    let made = 0;
    const get = remembered(10, (key: string) => {
      made += 1;
      return key === 'yes';
    });
    expect([get('yes'), get('no'), get('yes'), get('no')]).toEqual([true, false, true, false]);
    expect(made).toBe(2);
  });
});
