import { describe, expect, it } from 'vitest';
import { clusterSection } from '../../../bench/cluster/section.ts';
import { clusterRunOf, UPDATE } from './run.ts';

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.slice(2, -2).split(' | '));

describe('the section about the cluster', () => {
  it('has a row for each contender at each size, shards and the share of the same quotes with it', () => {
    const [head, , memory, one, two] = rowsOf(clusterSection(clusterRunOf()));
    expect(head).toContain('same first quote %');
    expect(memory).toEqual(['200', 'Nutgraf in memory', '4.0', '2.0', '–', '0.2', '0.6', '1.5']);
    expect(one?.slice(0, 5)).toEqual(['200', 'Nutgraf on OpenSearch, 1 shard', '4.0', '20', '99.0']);
    expect(two?.slice(0, 5)).toEqual(['200', 'Nutgraf on OpenSearch, 2 shards', '4.0', '31', '100.0']);
  });

  it('has a row for each index, in MB, of which the cluster holds two copies', () => {
    const indexes = rowsOf(clusterSection(clusterRunOf())).filter((cells) => cells.length === 7);
    expect(indexes.slice(2)).toEqual([
      ['200', '8', '1', '12.3', '30', '60', '400'],
      ['200', '8', '2', '12.3', '30', '60', '400'],
      ['500', '20', '1', '12.3', '30', '60', '400'],
      ['500', '20', '2', '12.3', '30', '60', '400'],
    ]);
  });

  it('names the shards that are fastest in the largest library, whatever was fastest in smaller ones', () => {
    expect(clusterSection(clusterRunOf())).toContain('The picture shows 2 shards');
  });

  it('speaks of an update only when one was measured, its errors and what was not answered from it too', () => {
    expect(clusterSection(clusterRunOf())).not.toContain('change while questions are asked');
    const text = clusterSection(clusterRunOf({ update: UPDATE }));
    expect(text).toContain('### 10 articles change while questions are asked');
    expect(rowsOf(text)).toContainEqual(['while they change', '77', '3', '20', '80', '1,234']);
    expect(text).toContain('31.4 s after the last one all of it was answered from, taken up in 2 steps');
    expect(text).toContain('10 of the new paragraphs were asked for, and 9 quoted');
  });

  it('says what ran out of memory, and at which size', () => {
    const leftOut = [{ name: 'MiniSearch', size: 900, heap: 4096 }];
    expect(clusterSection(clusterRunOf({ leftOut }))).toContain(
      'MiniSearch is left out at 900 sentences: it ran out of memory, with a heap of up to 4,096 MB.',
    );
  });

  it('names the command, the nodes and the machine', () => {
    const text = clusterSection(clusterRunOf());
    expect(text).toContain('\nnpm run bench -- --cluster --sizes 200,500 path/to/ferry-questions\n');
    expect(text).toContain('OpenSearch 3.1.4, 2 nodes with 2,147 MB of heap each, on the same machine');
    expect(text).toContain('Node 20.19.0, Quiet Processor <9>, 2 cores');
  });

  it('can be written when nothing but the first contender was measured', () => {
    const [first] = clusterRunOf().rows;
    const text = clusterSection(clusterRunOf({ rows: first ? [first] : [] }));
    expect(text).toContain('at 200 sentences');
    expect(text).not.toContain('MB on disk');
    expect(text).not.toContain('The picture shows');
  });
});
