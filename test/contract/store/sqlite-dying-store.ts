import path from 'node:path';
import type { Stores } from '#domain/ports/stores.js';
import { openDatabase } from '#store/sqlite/database.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import { aCorrection, bySourceAndLanguage, anAnalysis, anArticle, aRecord, at, day } from './builders.js';

const IDS = ['a', 'b', 'c'];

/** Tables beside the articles must never tell another story than the articles do. */
const CONTRADICTIONS = `
SELECT 'texts' AS what FROM article LEFT JOIN article_text t USING (n) WHERE t.n IS NULL
UNION ALL SELECT 'search' FROM article
  WHERE (n IN (SELECT rowid FROM article_search)) <> (merged_into IS NULL)
UNION ALL SELECT 'counter' FROM counter
  WHERE value <> (SELECT count(*) FROM article WHERE merged_into IS NULL)
UNION ALL SELECT 'theme of none' FROM article_theme t JOIN article a USING (n)
  WHERE t.theme NOT IN (SELECT value FROM json_each(a.themes))
UNION ALL SELECT 'key of none' FROM article_signature s JOIN article a USING (n)
  WHERE s.key NOT IN (SELECT value FROM json_each(a.signature))
UNION ALL SELECT 'themes' FROM article a, json_each(a.themes) e
  WHERE NOT EXISTS (SELECT 1 FROM article_theme t WHERE t.theme = e.value AND t.n = a.n)
UNION ALL SELECT 'signature' FROM article a, json_each(a.signature) e
  WHERE NOT EXISTS (SELECT 1 FROM article_signature s WHERE s.key = e.value AND s.n = a.n)
UNION ALL SELECT 'cells' FROM window_record r
  LEFT JOIN window_cells c USING (grain, theme, about, start_at) WHERE c.cells IS NULL`;

/** A store that stops working at its n-th statement, for every n of a run, and is opened again. */
export function dyingSqliteContract(folder: () => string): void {
  describe('a SQLite store that dies at one of its statements', () => {
    it('leaves a file without contradictions, on which the same run ends as it would have', async () => {
      const { rows: expected, statements } = await runWhole(path.join(folder(), 'whole.db'));
      expect(statements).toBeGreaterThan(60);
      for (let n = 1; n <= statements; n++) {
        const file = path.join(folder(), `dies-${n}.db`);
        await expect(runUntil(file, n)).rejects.toThrow('the store died');
        expect(await contradictions(file)).toEqual([]);
        expect((await runWhole(file)).rows).toEqual(expected);
      }
    });
  });
}

async function runWhole(file: string): Promise<{ rows: unknown; statements: number }> {
  let statements = 0;
  const stores = await openSqlite({ file, onStatement: () => (statements += 1) });
  try {
    statements = 0;
    await run(stores);
    const done = statements;
    return { rows: await rowsOf(stores), statements: done };
  } finally {
    await stores.close();
  }
}

/** Dies at the n-th statement after the boot, and at every one after it. */
async function runUntil(file: string, n: number): Promise<void> {
  await (await openSqlite({ file })).close();
  let left = Infinity;
  const stores = await openSqlite({
    file,
    onStatement: () => {
      if (--left <= 0) throw new Error('the store died');
    },
  });
  try {
    left = n;
    await run(stores);
  } finally {
    await stores.close();
  }
}

async function run(stores: Stores): Promise<void> {
  const analysis = (themes: string[]) =>
    anAnalysis({ themes, signature: themes.map((theme) => `key-${theme}`) });
  await stores.articles.insert(IDS.map((id) => anArticle(id)));
  await stores.articles.saveAnalyses(IDS.map((id) => ({ id, analysis: analysis(['trade', 'water']) })));
  await stores.articles.saveAnalyses([{ id: 'a', analysis: analysis(['border']) }]);
  await stores.articles.correct('c', aCorrection({ themes: ['border'], parents: ['water'] }), 0);
  await stores.articles.join(IDS.map((id) => ({ id, storyId: 'a', origin: id === 'a' })));
  await stores.windows.ensure([day()]);
  await stores.articles.settle(
    IDS.map((id) => ({ id, revision: 1, version: 1, corrections: id === 'c' ? 1 : 0 })),
  );
  await stores.windows.replace(
    day(),
    1,
    ['all', 'trade'].map((theme) => aRecord(day(), 1, theme)),
  );
  await stores.windows.replace(day(), 1, [aRecord(day(), 1, 'all')]);
  await stores.articles.retire('b', 'a');
  await stores.articles.rekey({ id: 'a', urlKey: 'new.example/a', keyVersion: 2, seq: 0 });
}

async function rowsOf(stores: Stores): Promise<unknown> {
  const series = ['all', 'trade'].map((theme) => ({ theme, about: 'both' as const }));
  const { granularity, zone, start, end } = day();
  return {
    articles: (await stores.articles.page({ limit: 9 })).articles,
    byTheme: (await stores.articles.page({ themes: ['water'], terms: ['title'], limit: 9 })).articles,
    ledger: await stores.windows.get(day().id),
    records: await stores.windows.records({
      granularity,
      zone,
      from: start,
      to: end,
      series,
      group: bySourceAndLanguage,
    }),
    progress: await stores.progress(1, at(0)),
  };
}

async function contradictions(file: string): Promise<unknown[]> {
  const database = await openDatabase(file);
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return database.prepare(CONTRADICTIONS).all();
  } finally {
    database.close();
  }
}
