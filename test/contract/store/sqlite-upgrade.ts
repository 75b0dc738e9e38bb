import path from 'node:path';
import type { Stores } from '#domain/ports/stores.js';
import { Connection } from '#store/sqlite/connection.js';
import { openDatabase } from '#store/sqlite/database.js';
import { migrate } from '#store/sqlite/migrate.js';
import { markup } from '#store/sqlite/migrations/0008-markup.js';
import { MIGRATIONS } from '#store/sqlite/migrations/migrations.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import { anAlert } from './alert-builders.js';
import { aCorrection, anAnalysis, anArticle, at } from './builders.js';
import { aFeed, aFetch, newlyStored } from './feed-builders.js';

const { wire: _wire, ...ANALYSIS } = anAnalysis({ signature: ['k'] });
const NOON = at(0).getTime();

/** Rows as a program of schema 2 wrote them. */
const ROWS = {
  feed: {
    id: 'old',
    source_id: 'sample-post',
    url: 'https://old.example/rss',
    host: 'old.example:443',
    status: 'gone',
    next_poll_at: NOON,
    lease_until: NOON + 60_000,
    last_polled_at: NOON,
    etag: '"v1"',
    failures: 2,
    error: 'HTTP 410',
  },
  host: { host: 'old.example:443', lease_until: NOON + 60_000 },
  fetch: {
    feed_id: 'old',
    at: NOON,
    outcome: 'ok',
    http_status: 200,
    bytes: 2_048,
    duration_ms: 120,
    items: 10,
    dropped: 1,
    inserted: 8,
    revised: 1,
  },
  article: {
    n: 7,
    id: 'one',
    url_key: 'sample.example/one',
    source_id: 'sample-post',
    language: 'en',
    window_at: NOON,
    about: 'both',
    themes: '["trade"]',
    polarity: 'negative',
    score_e4: -1_234,
    analysis_version: 1,
    analysis_revision: 1,
    revision: 1,
    settled_version: 1,
    attempts: 0,
    seq: 3,
    signature: '["k"]',
  },
  article_text: {
    n: 7,
    url: 'https://sample.example/one?from=feed',
    title: 'Title of one',
    summary: 'Summary of one',
    stated_language: 'en',
    published_at: NOON,
    first_seen_at: at(1).getTime(),
    history: '[]',
    seen_in: JSON.stringify(anArticle('one').seenIn),
    terms: '["title","of","one"]',
    analysis: JSON.stringify(ANALYSIS),
  },
  article_signature: { key: 'k', window_at: NOON, n: 7 },
  article_theme: { theme: 'trade', window_at: NOON, id: 'one', n: 7 },
  article_search: { rowid: 7, terms: 't7469746c65' },
  alert: {
    id: 'alert-1',
    rule_id: 'negative-spike',
    series: 'trade',
    status: 'open',
    historical: 0,
    first_window_id: anAlert('x').firstWindowId,
    from_at: anAlert('x').from.getTime(),
    until_at: anAlert('x').until.getTime(),
    evidence: JSON.stringify(anAlert('x').evidence.map((one) => ({ ...one, start: one.start.getTime() }))),
    opened_at: NOON,
    seq: 4,
  },
};

/** The newest schema in which an article had one markup, whoever gave it. */
const BEFORE_MARKUP_OF_FEEDS = MIGRATIONS.slice(0, MIGRATIONS.indexOf(markup));

/** Files of earlier schemas in the hands of this program. */
export function sqliteUpgradeContract(folder: () => string): void {
  let files = 0;
  const openOf = async (migrations: readonly string[], more: [table: string, row: Row][] = []) => {
    const file = path.join(folder(), `schema-${migrations.length}-${files++}.db`);
    const connection = new Connection(await openDatabase(file));
    migrate(connection, file, migrations);
    for (const [table, row] of [...Object.entries(ROWS), ...more]) insert(connection, table, row);
    connection.run("UPDATE counter SET value = 1 WHERE name = 'articles'");
    connection.close();
    return openSqlite({ file });
  };

  describe('a SQLite file in which an article had one markup', () => {
    it('keeps it as what the lead feed gave', async () => {
      const html = { id: 'one', html: '<p>1</p>' };
      const stores = await openOf(BEFORE_MARKUP_OF_FEEDS, [['article_html', html]]);
      expect(await stores.articles.html('one', 'sample-post-main')).toBe('<p>1</p>');
      expect(await stores.articles.html('one', 'sample-post-world')).toBeNull();
      await stores.close();
    });
  });

  describe('a SQLite file of schema 2', () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await openOf(MIGRATIONS.slice(0, 2));
    });
    afterEach(() => stores.close());

    it('keeps its feeds, which are those of the configuration and have their first pace', async () => {
      const old = newlyStored(aFeed('old'), at(0), {
        status: 'gone',
        leaseUntil: at(1),
        lastPolledAt: at(0),
        etag: '"v1"',
        failures: 2,
        error: 'HTTP 410',
      });
      expect(await stores.feeds.list()).toStrictEqual([old]);
      await stores.feeds.register([], at(0));
      expect(await stores.feeds.get('old')).toMatchObject({ origin: 'config', status: 'unlisted' });
    });

    it('keeps the log of its polls and who may ask a host', async () => {
      expect(await stores.feeds.fetches('old', 9)).toEqual([aFetch('old')]);
      expect(await stores.feeds.arrivals('old', at(0), 9)).toEqual([at(0)]);
      expect(await stores.feeds.pollCounts(at(0), at(1))).toEqual([{ feedId: 'old', ok: 1, failed: 0 }]);
      const ask = { now: at(0.5), until: at(9) };
      expect(await stores.feeds.reserveHost('old.example:443', ask)).toBe(false);
    });

    it('keeps its articles, whose keys are of the first version and whose bylines nobody read', async () => {
      const analysis = anAnalysis({ signature: ['k'] });
      const one = anArticle('one', { analysis, settledVersion: 1, seq: 3 });
      expect(await stores.articles.get('one')).toStrictEqual(one);
      expect(await stores.articles.keyedBelow(2, 9)).toStrictEqual([one]);
      const found = await stores.articles.page({ themes: ['trade'], terms: ['title'], limit: 9 });
      expect(found.articles).toStrictEqual([one]);
      expect(await stores.articles.neighbours(['k'], at(0), at(0))).toMatchObject([{ title: one.title }]);
      expect(await stores.articles.html('one', 'sample-post-main')).toBeNull();
    });

    it('can have its articles keyed anew and found to be doubles', async () => {
      const fresh = { id: 'one', urlKey: 'new.example/one', keyVersion: 2, seq: 3 };
      expect(await stores.articles.rekey(fresh)).toBe(true);
      await stores.articles.insert([anArticle('two')]);
      await stores.articles.retire('one', 'two');
      expect((await stores.articles.page({ limit: 9 })).articles).toMatchObject([{ id: 'two' }]);
      expect(await stores.progress(1, at(0))).toMatchObject({ articles: 1, unsettled: 1 });
    });

    it('can have its articles corrected', async () => {
      expect(await stores.articles.correct('one', aCorrection({ themes: ['water'] }), 0)).toBe(true);
      expect((await stores.articles.page({ themes: ['trade'], limit: 9 })).articles).toEqual([]);
      const corrected = await stores.articles.page({ corrected: true, themes: ['water'], limit: 9 });
      expect(corrected.articles).toMatchObject([{ id: 'one', corrections: 1 }]);
    });

    it('keeps its alerts, which are spikes', async () => {
      expect(await stores.alerts.get('alert-1')).toStrictEqual(anAlert('alert-1', { seq: 4 }));
    });

    it('knows nothing of coverage, added sources and imports yet', async () => {
      expect(await stores.coverage.days({ from: '0000', to: '9999', sources: null })).toEqual([]);
      expect(await stores.sources.list()).toEqual([]);
      expect(await stores.imports.get('one')).toBeNull();
    });
  });
}

type Row = Record<string, string | number>;

function insert(connection: Connection, table: string, row: Row): void {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  connection.run(sql, Object.values(row));
}
