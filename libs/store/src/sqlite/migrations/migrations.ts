import { tables } from './0001-tables.js';
import { search } from './0002-search.js';
import { feeds } from './0003-feeds.js';
import { articles } from './0004-articles.js';
import { coverage } from './0005-coverage.js';
import { alerts } from './0006-alerts.js';
import { corrections } from './0007-corrections.js';
import { markup } from './0008-markup.js';

/** In order, for ever: a file of schema n has had the first n. Never edit one that was released; add the next. */
export const MIGRATIONS: readonly string[] = [
  ...[tables, search, feeds, articles, coverage, alerts],
  ...[corrections, markup],
];
