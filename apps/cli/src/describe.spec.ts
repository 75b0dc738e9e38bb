import { isPrintable } from '#domain/printable.js';
import type { AddFeedResult } from '#usecases/feeds/add-feed.js';
import type { FeedReport } from '#usecases/feeds/read-feed.js';
import { alignRows, spanOf } from './align-rows.js';
import { describeAdded } from './describe-added.js';
import { describeFeed, describeFeeds } from './describe-feeds.js';
import { askOf } from './feeds-command.js';
import { describeImport } from './opml-command.js';
import { jsonLine } from './print-line.js';

const at = new Date('2026-03-01T12:00:00Z');
const feed: FeedReport['feed'] = {
  ...{ id: 'daily-home', sourceId: 'daily', url: 'https://daily.test/rss', host: 'daily.test' },
  ...{ language: null, verified: null, origin: 'added', status: 'active', nextPollAt: at, leaseUntil: null },
  ...{
    lastPolledAt: at,
    lastOkAt: at,
    etag: null,
    lastModified: null,
    bodyHash: null,
    unconditionalAt: null,
  },
  ...{ redirect: null, failures: 0, error: null },
  pace: {
    intervalMs: 900_000,
    failureWeight: 0,
    reason: 'habit',
    waitMs: 900_000,
    jitterMs: 0,
    wish: null,
    items: 0,
  },
};
const source = {
  ...{ id: 'daily', name: 'The Daily', country: 'PK', bloc: 'pakistani' as const, language: 'en' },
  ...{ kind: 'press' as const, hosts: [], feeds: [] },
};

describe('what the tool prints', () => {
  it('stands in columns', () => {
    expect(
      alignRows([
        ['a', 'long cell', 'x'],
        ['longer', 'b'],
      ]),
    ).toBe('a       long cell  x\nlonger  b');
    expect(alignRows([])).toBe('');
    expect([500, 90_000, 900_000, 7_200_000, 300_000_000].map(spanOf)).toEqual([
      '1 s',
      '90 s',
      '15 min',
      '2 h',
      '3 days',
    ]);
  });

  it('cannot command the terminal, whatever others wrote into it', () => {
    const evil = 'A\u001b]0;x\u0007\u009b2J\u202eB\nC';
    const texts = [
      describeImport(
        {
          added: [],
          known: [],
          rejected: [{ line: 1, title: null, url: evil, reason: `"${evil}" is no address` }],
        },
        false,
      ),
      describeFeeds([{ ...feed, error: evil }]),
      describeFeed({ feed, source: { ...source, name: evil }, why: evil, fetches: [] }),
      describeAdded({ outcome: 'failed', reason: evil, others: [{ url: evil, title: null, by: 'link' }] }),
    ];
    for (const text of texts) expect(text.split('\n').every(isPrintable)).toBe(true);
    expect(texts[0]!.split('\n')[0]).toBe('line 1  rejected  A ]0;x  2J B C  "A ]0;x  2J B C" is no address');
  });

  it('as JSON says the same to a program, and nothing to the terminal', () => {
    const value = { title: 'a\u009b2J\u202eb\u2028c \u0007 افغانستان' };
    const line = jsonLine(value);
    expect(line).toBe('{"title":"a\\u009b2J\\u202eb\\u2028c \\u0007 افغانستان"}\n');
    expect(JSON.parse(line)).toEqual(value);
  });

  it('of an import says what became of each line, in order, and how many there were', () => {
    const text = describeImport(
      {
        added: [
          { line: 4, title: 'B', url: 'https://b.test/', feed: 'b-feed', source: 'b', isNewSource: true },
        ],
        known: [{ line: 9, title: 'C', url: 'https://c.test/', feed: 'c-feed' }],
        rejected: [{ line: 2, title: 'A', url: null, reason: 'it names no feed' }],
      },
      false,
    );
    expect(text).toBe(
      [
        'line 2  rejected         A                it names no feed',
        'line 4  added            https://b.test/  as b-feed of the new source b',
        'line 9  already watched  https://c.test/  as c-feed',
        '',
        '1 added, 1 already watched, 1 rejected.',
        'New sources: 1. What the list did not say of them is unknown: add them to config/sources.yaml to say more.',
      ].join('\n'),
    );
    expect(describeImport({ added: [], known: [], rejected: [] }, true)).toBe(
      '0 to add, 0 already watched, 0 rejected.',
    );
  });

  it('of feeds is a table, or says how to get one', () => {
    expect(describeFeeds([]).split('\n')).toHaveLength(1);
    const lines = describeFeeds([
      feed,
      { ...feed, id: 'x', status: 'gone', lastOkAt: null, lastPolledAt: null, error: 'HTTP 410' },
    ]).split('\n');
    expect(lines[1]).toBe('daily-home  daily   active  15 min  2026-03-01 12:00 UTC  2026-03-01 12:00 UTC');
    expect(lines[2]).toMatch(/^x +daily +gone +– +never +– +HTTP 410$/);
  });

  it('of one feed tells why the next poll is when it is, and of the last polls', () => {
    const fetch = {
      ...{ feedId: feed.id, at, outcome: 'ok' as const, httpStatus: 200, bytes: 9, durationMs: 5, items: 20 },
      ...{ dropped: 0, inserted: 3, revised: 1, error: null },
    };
    const text = describeFeed({ feed, source, why: 'Next poll in 5 min: so it is.', fetches: [fetch] });
    expect(text).toMatch(/^why then +Next poll in 5 min: so it is\.$/m);
    expect(text).toMatch(/^2026-03-01 12:00 UTC +ok +200 +20 +3 +1$/m);
    expect(describeFeed({ feed, source: null, why: '', fetches: [] })).toContain('It was not polled yet.');
  });

  it('of a feed that could not be added says what to do', () => {
    const failed: AddFeedResult = {
      ...{ outcome: 'failed', reason: 'the document is a web page, not a feed' },
      others: [{ url: 'https://x.test/other', title: null, by: 'link' }],
    };
    expect(describeAdded(failed)).toBe(
      'Not added: the document is a web page, not a feed.\nThe page names these feeds:\n  https://x.test/other\nWith --force it is stored all the same, unless its publisher does not want it to be polled.',
    );
    expect(describeAdded({ outcome: 'feed-taken', feed })).toBe(
      'Not added: https://daily.test/rss is already stored as the feed "daily-home".',
    );
    expect(describeAdded({ outcome: 'source-taken', source })).toContain('Use --source daily without --name');
  });
});

describe('the options of "feeds add"', () => {
  const options = { dryRun: false, force: false };

  it('name a source that is known, or describe a new one', () => {
    expect(askOf('u', options).source).toBeUndefined();
    expect(askOf('u', { ...options, source: 'daily' }).source).toBe('daily');
    expect(askOf('u', { ...options, source: 'new', name: 'New', country: 'AF' }).source).toMatchObject({
      ...{ id: 'new', name: 'New', country: 'AF' },
    });
    expect(askOf('u', { ...options, bloc: 'indian' }).source).toMatchObject({ bloc: 'indian' });
  });
});
