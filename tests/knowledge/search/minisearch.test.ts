import { miniSearchEngine } from '../../../src/knowledge/search/minisearch.ts';
import { describeEngine } from './engine-contract.ts';

describeEngine('MiniSearch', miniSearchEngine);
