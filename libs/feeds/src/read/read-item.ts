import type { Item } from './item.js';
import type { RawItem } from './lean/parse-lean.js';

export type ReadItem = { ok: true; item: Item } | { ok: false; reason: string };

/** One entry, or the reason why it is none. Never throws. */
export function readItem(raw: RawItem, feedLanguage: string | null): ReadItem {
  if (Object.values(raw).every((value) => value === undefined))
    return { ok: false, reason: 'it holds nothing that can be read' };
  const item = {
    url: raw.url ?? raw.link ?? null,
    originalUrl: raw.original ?? null,
    guid: raw.url ?? raw.guid ?? null,
    title: raw.title ?? '',
    summary: raw.text ?? '',
    content: raw.full ?? '',
    html: raw.html ?? null,
    author: raw.author ?? null,
    publishedAt: raw.at ? new Date(Number(raw.at)) : null,
    updatedAt: raw.edit ? new Date(Number(raw.edit)) : null,
    language: raw.language ?? feedLanguage,
  };
  return { ok: true, item };
}
