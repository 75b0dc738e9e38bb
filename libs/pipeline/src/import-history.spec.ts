import type { Stores } from '#domain/ports/stores.js';
import type { Item } from '#feeds/read/item.js';
import {
  anItem,
  ARCHIVE,
  beginning,
  good,
  importArchive,
  NOW,
  register,
  REJECTED,
  REWORDED,
  savedRows,
  TickingClock,
} from '../../../test/support/history-archive.js';
import { ScratchStores } from '../../../test/support/scratch-store.js';
import { saveItems } from './save-items.js';

const scratch = new ScratchStores();
afterEach(() => scratch.close());
afterAll(() => scratch.remove());

describe('the import of history', () => {
  it('makes an article of each record, once, and counts what became of them', async () => {
    const stores = await scratch.open();
    const told: number[] = [];
    const onRejected = (lines: { record: number }[]) => void told.push(...lines.map(({ record }) => record));
    const progress = await importArchive(stores, { onRejected });
    const rows = await savedRows(stores);
    expect(progress).toMatchObject({
      ...{ records: ARCHIVE.length, inserted: rows.length, known: REWORDED.size, rejected: REJECTED.length },
      done: true,
    });
    expect(rows.length).toBe(ARCHIVE.length - REWORDED.size - REJECTED.length);
    expect(told).toEqual(REJECTED);
    expect(await stores.imports.get('archive')).toEqual(progress);
    for (const { settledVersion, windowAt, publishedAt } of rows)
      expect([settledVersion, windowAt]).toEqual([0, publishedAt]);
  });

  it('gives articles to the owner of their host, else to the outlet that the record names, else to nobody', async () => {
    const stores = await scratch.open();
    const entries = [
      good(1, { url: 'https://www.dawn.test/1' }, 'Another'),
      good(2, {}, 'DAWN'),
      good(3, {}, 'https is no name'),
      good(4),
    ];
    await importArchive(stores, { entries });
    const sources = (await savedRows(stores)).map(({ url, sourceId }) => [url, sourceId]);
    expect(sources).toEqual([
      ['https://www.dawn.test/1', 'dawn'],
      ['https://x.test/2', 'dawn'],
      ['https://x.test/3', 'unknown'],
      ['https://x.test/4', 'unknown'],
    ]);
  });

  it('adds nothing when it is begun anew, also to articles that it has in several wordings', async () => {
    const stores = await scratch.open();
    const first = await importArchive(stores);
    const before = await savedRows(stores);
    expect(before.filter(({ revision }) => revision > 1)).toHaveLength(2);
    const later = new TickingClock(first.updatedAt.getTime() + 1_000);
    await stores.imports.save(beginning(later.now()));
    const progress = await importArchive(stores, { clock: later });
    expect(await savedRows(stores)).toEqual(before);
    expect(progress).toMatchObject({
      ...{ inserted: 0, known: first.inserted + first.known, rejected: first.rejected },
    });
  });
});

describe('an article that a feed listed before it is imported', () => {
  const feed = { id: 'zz-last-feed', sourceId: 'dawn', url: 'https://dawn.test/feed', language: 'en' };
  const poll = async (stores: Stores, item: Item) =>
    saveItems(feed, { items: [item], feed: { language: 'en' } }, NOW, {
      articles: stores.articles,
      register,
    });
  const imported = {
    ...{ title: 'Other words', summary: 'Other', author: 'Other', language: 'ur' },
    publishedAt: new Date('2020-01-01'),
  };

  it('keeps its words, its date and all that was done on it; only the sighting is new', async () => {
    const stores = await scratch.open();
    const {
      inserted: [id = ''],
    } = await poll(stores, anItem(1));
    await stores.articles.settle([{ id, revision: 1, version: 1 }]);
    const before = (await stores.articles.get(id))!;
    const progress = await importArchive(stores, { entries: [good(1, imported, 'Another')] });
    expect(progress).toMatchObject({ inserted: 0, known: 1 });
    expect(await stores.articles.get(id)).toEqual({
      ...before,
      seq: before.seq + 1,
      seenIn: [...before.seenIn, { feedId: '~import', hash: expect.any(String) }],
    });
  });

  it('takes the words of the feed where that lists it later', async () => {
    const stores = await scratch.open();
    await importArchive(stores, { entries: [good(1, imported)] });
    await poll(stores, anItem(1));
    expect(await savedRows(stores)).toMatchObject([
      {
        ...{ title: 'Title 1', language: 'en', sourceId: 'dawn', history: [] },
        publishedAt: new Date('2020-01-01'),
        seenIn: [{ feedId: 'zz-last-feed' }, { feedId: '~import' }],
      },
    ]);
  });
});
