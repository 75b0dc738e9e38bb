import type { Markup } from '#domain/article.js';
import { upsertAll, writeOnce } from '../bulk.js';
import type { Models } from '../models.js';

export async function saveHtml(htmls: Models['htmls'], entries: Markup[]): Promise<void> {
  const kept = entries.flatMap(({ id, feedId, html }) =>
    html === null
      ? []
      : [{ filter: { _id: id }, update: { $set: { [`byFeed.${feedId}`]: html }, $unset: { html: 1 } } }],
  );
  const forgotten = entries.filter((entry) => entry.html === null);
  await upsertAll(
    htmls,
    kept.map((update) => ({ updateOne: { ...update, upsert: true } })),
  );
  await writeOnce(
    htmls,
    forgotten.map(({ id, feedId }) => ({
      updateOne: { filter: { _id: id }, update: { $unset: { [`byFeed.${feedId}`]: 1, html: 1 } } },
    })),
  );
}

export async function htmlOf(htmls: Models['htmls'], id: string, feedId: string): Promise<string | null> {
  const found = await htmls.findById(id).lean();
  return found?.byFeed?.[feedId] ?? found?.html ?? null;
}
