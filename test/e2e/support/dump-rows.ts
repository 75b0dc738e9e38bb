import { createHash } from 'node:crypto';
import { ABOUTS } from '#domain/analysis.js';
import { type Article, leadFeedOf } from '#domain/article.js';
import type { ArticleCursor } from '#domain/article-query.js';
import type { Feed } from '#domain/feed.js';
import type { Stores } from '#domain/ports/stores.js';
import { ALL_THEMES, type Taxonomy } from '#domain/taxonomy.js';
import type { RecordAbout, TimedRecord } from '#domain/window-record.js';

/** What a run left behind, without clocks, marks and other traces of how it got there. */
export type Dump = {
  articles: object[];
  records: object[];
  feeds: object[];
  alerts: object[];
  deliveries: object[];
};

export async function allArticles(stores: Stores): Promise<Article[]> {
  const articles: Article[] = [];
  let after: ArticleCursor | null = null;
  do {
    const page = await stores.articles.page({ limit: 500, ...(after && { after }) });
    articles.push(...page.articles);
    after = page.next;
  } while (after);
  return articles;
}

export async function dumpRows(stores: Stores, taxonomy: Taxonomy, zones: string[]): Promise<Dump> {
  const articles = await allArticles(stores);
  const { alerts } = await stores.alerts.page({ limit: 1_000 });
  const html = await Promise.all(
    articles.map((article) => stores.articles.html(article.id, leadFeedOf(article))),
  );
  return {
    articles: articles.map((article, i) => ({ ...articleFacts(article), html: html[i] })).sort(byJson),
    records: (await allRecords(stores, taxonomy, zones, articles)).map(recordFacts).sort(byJson),
    feeds: (await stores.feeds.list()).map(feedFacts),
    alerts: alerts.map(({ openedAt: _o, resolvedAt: _r, seq: _s, ...facts }) => facts).sort(byJson),
    deliveries: (
      await deliveriesOf(
        stores,
        alerts.map(({ id }) => id),
      )
    ).sort(byJson),
  };
}

export const hashOf = (dump: unknown): string =>
  createHash('sha256').update(JSON.stringify(dump)).digest('hex');

function feedFacts(feed: Feed): object {
  const { id, origin, status, etag, bodyHash, redirect, failures, error } = feed;
  return { id, origin, status, etag, bodyHash, redirect, failures, error };
}

function articleFacts({
  seq: _s,
  work: _w,
  firstSeenAt,
  windowAt,
  publishedAt,
  history,
  ...facts
}: Article): object {
  // An undated article is counted at the time of its first poll, which is a clock.
  const counted = windowAt.getTime() === firstSeenAt.getTime() ? 'first seen' : windowAt;
  return {
    ...facts,
    publishedAt,
    counted,
    history: history.map(({ replacedAt: _at, ...earlier }) => earlier),
  };
}

async function allRecords(
  stores: Stores,
  { themes }: Taxonomy,
  zones: string[],
  articles: Article[],
): Promise<(TimedRecord & { zone: string })[]> {
  const times = articles.map(({ windowAt }) => windowAt.getTime());
  if (times.length === 0) return [];
  const from = new Date(Math.min(...times) - 2 * 86_400_000);
  const to = new Date(Math.max(...times) + 2 * 86_400_000);
  const series = [ALL_THEMES, ...themes.map(({ id }) => id)].flatMap((theme) =>
    ABOUTS.map((about) => ({ theme, about: about as RecordAbout })),
  );
  series.push({ theme: ALL_THEMES, about: 'any' });
  const found: (TimedRecord & { zone: string })[] = [];
  for (const zone of zones) {
    const records = await stores.windows.records({
      granularity: 'day',
      zone,
      from,
      to,
      series,
      group: (source, language) => `${source} ${language}`,
    });
    found.push(...records.map((record) => ({ ...record, zone })));
  }
  // A theme that came and went leaves a record of zeros, one that never came leaves none: the same counts.
  return found.filter(({ totals }) => totals.all.count > 0);
}

function recordFacts({ mark: _m, groups, ...facts }: TimedRecord & { zone: string }): object {
  return { ...facts, groups: [...groups].sort() };
}

async function deliveriesOf(stores: Stores, alertIds: string[]): Promise<object[]> {
  const { planDeliveries } = await import('#alerts/plan-deliveries.js');
  const found: object[] = [];
  for (const id of alertIds) {
    const alert = (await stores.alerts.get(id))!;
    for (const { id: deliveryId } of planDeliveries(alert, [DESK], new Date())) {
      const delivery = await stores.deliveries.get(deliveryId);
      if (delivery)
        found.push({ id: deliveryId, event: delivery.event, status: delivery.status, error: delivery.error });
    }
  }
  return found;
}

/** The one subscription of the tests. */
export const DESK = { id: 'desk', webhook: { url: 'http://127.0.0.1/unused', secretEnv: 'DESK_SECRET' } };

const byJson = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
