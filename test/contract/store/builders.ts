import type { About, Analysis, Polarity, Sentiment } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import { type Correction, findingOf } from '#domain/correction.js';
import { emptyTally, type Tally } from '#domain/tally.js';
import {
  type Cell,
  type CellGroup,
  type Counts,
  type RecordAbout,
  sumByGroup,
  type TimedRecord,
  type WindowRecord,
} from '#domain/window-record.js';
import { DAY_MS, dayOf, halfHourOf, type Window } from '#domain/window.js';

/** The instant the rows of the suite are counted from. */
export const NOON = Date.UTC(2026, 2, 10, 12);

/** `minutes` after noon; fractions are fine. */
export function at(minutes: number): Date {
  return new Date(NOON + Math.round(minutes * 60_000));
}

/** The UTC day `offset` days after that of noon. */
export function day(offset = 0, zone = 'UTC'): Window {
  return dayOf(new Date(NOON + offset * DAY_MS), zone);
}

/** The half hour `offset` half hours after noon. */
export function halfHour(offset = 0): Window {
  return halfHourOf(at(offset * 30));
}

/** A fresh article without analysis, as a first poll inserts it. */
export function anArticle(id: string, over: Partial<Article> = {}): Article {
  return {
    id,
    urlKey: `sample.example/${id}`,
    keyVersion: 1,
    mergedInto: null,
    url: `https://sample.example/${id}?from=feed`,
    sourceId: 'sample-post',
    title: `Title of ${id}`,
    summary: `Summary of ${id}`,
    author: null,
    language: 'en',
    publishedAt: at(0),
    firstSeenAt: at(1),
    windowAt: at(0),
    revision: 1,
    history: [],
    seenIn: [{ feedId: 'sample-post-main', hash: `hash-${id}` }],
    terms: ['title', 'of', id],
    analysis: null,
    correction: null,
    corrections: 0,
    story: null,
    settledVersion: 0,
    work: { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null },
    seq: 0,
    ...over,
  };
}

/** The article as a feed that words it anew makes it. */
export function edited(article: Article | null): Article {
  if (!article) throw new Error('there is no article to edit');
  const { revision, title, summary } = article;
  return {
    ...article,
    url: `${article.url}&edited`,
    sourceId: 'other-post',
    title: 'A new title',
    summary: 'A new summary',
    author: 'Someone',
    language: null,
    revision: revision + 1,
    history: [...article.history, { revision, title, summary, replacedAt: at(30) }],
    seenIn: [{ feedId: 'zz', hash: 'new' }],
    terms: ['a', 'new', 'title'],
    settledVersion: 0,
    work: { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null },
  };
}

export function scoredAs(score: number): Sentiment {
  const polarity: Polarity = score < 0 ? 'negative' : score > 0 ? 'positive' : 'neutral';
  return { scored: true, score, polarity, raw: score * 5, experimental: false, evidence: [] };
}

export type AnalysisParts = Partial<Omit<Analysis, 'themes' | 'relevance'>> & {
  themes?: string[];
  about?: About;
};

export function anAnalysis({ themes = ['trade'], about = 'both', ...over }: AnalysisParts = {}): Analysis {
  const evidence = [{ term: 'title', field: 'title' as const, start: 0, end: 5, language: 'en' }];
  return {
    version: 1,
    revision: 1,
    language: 'en',
    relevance: { about, score: 0.75, evidence },
    themes: themes.map((id) => ({ id, score: 0.5, evidence, via: null })),
    sentiment: scoredAs(-0.1234),
    acts: [],
    signature: [],
    wire: null,
    ...over,
  };
}

/** What an analyst says against {@link anAnalysis}. */
export function aCorrection(over: Partial<Correction> = {}): Correction {
  return {
    ...{ themes: null, parents: [], polarity: null, about: null },
    ...{ by: 'A. Analyst', note: 'Read it twice\nand once more', at: at(45) },
    found: { ...findingOf(anAnalysis()), parents: [] },
    ...over,
  };
}

/** The finest groups there are: every cell is its own. */
export const bySourceAndLanguage: CellGroup = (source, language) => `${source} ${language}`;

/** A record as a store reads it back. */
export function timed({ cells, ...record }: WindowRecord, start: Date): TimedRecord {
  return { ...record, start, groups: sumByGroup(cells, bySourceAndLanguage) };
}

/** `count` articles, all scored at `scoreE4` ten-thousandths. */
export function aTally(count: number, scoreE4 = -100): Tally {
  return {
    ...emptyTally(),
    count,
    scored: count,
    negative: scoreE4 < 0 ? count : 0,
    neutral: scoreE4 === 0 ? count : 0,
    positive: scoreE4 > 0 ? count : 0,
    sum: count * scoreE4,
    sumSq: count * scoreE4 * scoreE4,
  };
}

export function counts(count: number, origins = count): Counts {
  return { all: aTally(count), origins: aTally(origins) };
}

export function noCounts(): Counts {
  return { all: emptyTally(), origins: emptyTally() };
}

export function aCell(source: string, language: string, count: number): Cell {
  return { source, language, ...counts(count) };
}

export function aRecord(
  window: Window,
  mark: number,
  theme: string,
  over: Partial<WindowRecord> & { about?: RecordAbout } = {},
): WindowRecord {
  return {
    windowId: window.id,
    theme,
    about: 'both',
    mark,
    versions: [1],
    totals: counts(3, 2),
    cells: [aCell('sample-post', 'en', 2), aCell('نمونہ', 'ur', 1)],
    ...over,
  };
}
