import { search } from './0002-search.js';
import { tables } from './0001-tables.js';

/** In order, for ever: a file of schema n has had the first n. Never edit one that was released; add the next. */
export const MIGRATIONS: readonly string[] = [tables, search];
