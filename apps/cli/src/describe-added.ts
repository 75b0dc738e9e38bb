import { printable } from '#domain/printable.js';
import type { AddFeedResult } from '#usecases/feeds/add-feed.js';
import type { FeedPreview } from '#usecases/feeds/preview-feed.js';
import { alreadyWatched } from '#usecases/feeds/preview-warnings.js';
import { alignRows, minuteOf } from './align-rows.js';

/** Longest headline that a line shows. */
const HEADLINE = 80;

/** What came of adding a feed: what would be stored, or what is in the way and what to do. */
export function describeAdded(result: AddFeedResult): string {
  switch (result.outcome) {
    case 'previewed':
      return `${describePreview(result.preview)}\n\nNothing was stored. Leave out --dry-run to add it.`;
    case 'added': {
      const done = `Added as ${result.feed.id} of ${result.source.name} (${result.source.id}); it is due now.`;
      return result.preview ? `${describePreview(result.preview)}\n\n${done}` : done;
    }
    case 'feed-taken':
      return `Not added: ${alreadyWatched(result.feed)}.`;
    case 'source-taken':
      return `Not added: there is already a source ${result.source.id} (${result.source.name}). Use --source ${result.source.id} without --name to add the feed to it, or choose another id.`;
    case 'failed':
      return [
        `Not added: ${printable(result.reason)}.`,
        ...(result.others.length > 0 ? ['The page names these feeds:'] : []),
        ...result.others.map(({ url }) => `  ${printable(url)}`),
        'With --force it is stored all the same, unless its publisher does not want it to be polled.',
      ].join('\n');
  }
}

function describePreview(preview: FeedPreview): string {
  const { url, title, language, encoding, source, isNewSource, items, dropped, articles } = preview;
  const ofNew = `${source.name} (${source.id}): a new source, country ${source.country}, bloc ${source.bloc}`;
  const facts = [
    ['feed', url],
    ['title', title ?? '(none)'],
    ['source', isNewSource ? ofNew : `${source.name} (${source.id})`],
    ['language', language ?? 'not stated'],
    ['encoding', encoding],
    ['items', `${items}${dropped.length > 0 ? `, and ${dropped.length} that cannot be read` : ''}`],
  ];
  const rows = articles.map(({ article, known }) => [
    article.publishedAt ? minuteOf(article.publishedAt) : 'undated',
    ...[article.sourceId, article.language ?? '?', known ? 'known' : 'new'],
    article.title.slice(0, HEADLINE),
  ]);
  return [
    alignRows(facts),
    ...(rows.length > 0 ? ['', alignRows([['PUBLISHED', 'SOURCE', 'LANG', '', 'TITLE'], ...rows])] : []),
    ...listed('Note:', preview.warnings),
    ...listed(
      'Items that cannot be read:',
      dropped.slice(0, 5).map(({ index, reason }) => `no. ${index + 1}: ${reason}`),
    ),
    ...listed(
      'The page names further feeds:',
      preview.others.map((other) => other.url),
    ),
  ].join('\n');
}

function listed(head: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', head, ...lines.map((line) => `  ${printable(line)}`)] : [];
}
