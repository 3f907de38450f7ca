import { buildIfStale } from '../../scripts/build.js';

/** The page's scripts and styles are built before any test: the page is tested with what browsers get. */
export default buildIfStale;
