import { upsertAll, writeOnce } from '../bulk.js';
import type { Models } from '../models.js';

export async function saveHtml(
  htmls: Models['htmls'],
  entries: { id: string; html: string | null }[],
): Promise<void> {
  const kept = entries.flatMap(({ id, html }) => (html === null ? [] : [{ _id: id, html }]));
  const forgotten = entries.filter((entry) => entry.html === null);
  await upsertAll(
    htmls,
    kept.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    })),
  );
  await writeOnce(
    htmls,
    forgotten.map(({ id }) => ({ deleteOne: { filter: { _id: id } } })),
  );
}

export async function htmlOf(htmls: Models['htmls'], id: string): Promise<string | null> {
  return (await htmls.findById(id).lean())?.html ?? null;
}
