import type { Analysis } from '#domain/analysis.js';
import type { SettleEntry } from '#domain/ports/article-store.js';
import { correctedTimes, correctionsOf } from './article-corrections.js';
import { countedOf, NO_DOUBLE, type Progressed, PROGRESSED_PROJECTION } from './article-document.js';
import { SETTLED_WORK } from './article-work.js';
import { writeOnce } from '../bulk.js';
import type { Models } from '../models.js';

type Articles = Models['articles'];
type Read = { id: string; revision: number; version: number };

export async function saveAnalyses(
  articles: Articles,
  entries: { id: string; analysis: Analysis }[],
): Promise<string[]> {
  const corrected = await correctionsOf(
    articles,
    entries.map(({ id }) => id),
  );
  const writes = entries.map(({ id, analysis }) => {
    const correction = corrected.get(id) ?? null;
    return {
      updateOne: {
        filter: {
          _id: id,
          revision: analysis.revision,
          'counted.version': { $not: { $gt: analysis.version } },
          ...(correction ? correctedTimes(correction.corrections) : { corrected: { $exists: false } }),
          ...NO_DOUBLE,
        },
        update: { $set: { analysis, counted: countedOf(analysis, correction?.correction ?? null) } },
      },
    };
  });
  await writeOnce(articles, writes);
  const reads = entries.map(({ id, analysis: { revision, version } }) => ({ id, revision, version }));
  return (await analysedAt(articles, reads)).map((row) => row._id);
}

export async function settleArticles(articles: Articles, entries: SettleEntry[]): Promise<string[]> {
  const writes = entries.map(({ id, revision, version, corrections = 0 }) => ({
    updateOne: {
      filter: {
        _id: id,
        revision,
        ...correctedTimes(corrections),
        'analysis.version': version,
        'analysis.revision': revision,
        settledVersion: { $lt: version },
      },
      update: { $set: { settledVersion: version, ...SETTLED_WORK } },
    },
  }));
  await writeOnce(articles, writes);
  const rows = await analysedAt(articles, entries);
  return rows.filter((row) => row.settledVersion === row.analysis?.version).map((row) => row._id);
}

/**
 * Those of the articles that are analysed at revision and version. The answer to a batch of writes does not tell
 * which of them matched, so it is read from what is there: workers of one version write the same, and both may go on.
 */
async function analysedAt(articles: Articles, entries: Read[]): Promise<Progressed[]> {
  const asked = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = await articles
    .find({ _id: { $in: [...asked.keys()] } }, PROGRESSED_PROJECTION)
    .lean<Progressed[]>();
  return rows.filter(({ _id, revision, analysis }) => {
    const { revision: read, version } = asked.get(_id)!;
    return revision === read && analysis?.revision === read && analysis.version === version;
  });
}
