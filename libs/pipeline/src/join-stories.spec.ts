import fc from 'fast-check';
import { StoryShelf, type StoryArticle } from '../../../test/support/story-shelf.js';
import { joinStories } from './join-stories.js';
import type { PipelineDeps } from './deps.js';
import { STORY_SPAN_MS } from './story-neighbourhood.js';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 2, 10, 12);

const depsOf = (shelf: StoryShelf): PipelineDeps =>
  ({
    articles: shelf.articles,
    windows: { mark: (windows: []) => shelf.mark(windows) },
    clock: { now: () => new Date(NOON) },
    settings: { zones: ['UTC'], halfHourDays: 1 },
  }) as unknown as PipelineDeps;

/** Three reports, of which the second and the third are each edited further and further: neighbours are alike, the ends not. */
const REPORTS = [
  'Torkham border crossing reopens after long talks between army commanders of both sides',
  'Floods in the valley of Swat destroy eleven bridges and many orchards of the farmers there',
  'Students from Kandahar win regional prize with solar cooker built out of scrap metal sheets',
];
const OTHER_WORDS = 'harvest judge winter museum coach letter engine painter silver desert'.split(' ');

/** The report with its first `edits` words after the second replaced. */
function edited(report: number, edits: number): string {
  const words = REPORTS[report]!.split(' ');
  return words.map((word, i) => (i >= 2 && i < 2 + edits ? OTHER_WORDS[i - 2] : word)).join(' ');
}

const article = (id: string, report: number, edits: number, hour: number): StoryArticle => ({
  ...{ id, title: edited(report, edits), summary: '', at: new Date(NOON + hour * HOUR) },
});

const articles = fc
  .array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(200)), { minLength: 2, maxLength: 14 })
  .map((rows) =>
    rows.map(([report, edits, hour], i) => article(String.fromCharCode(97 + i), report, edits, hour)),
  );

const inOrders = articles.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: all.length, maxLength: all.length }),
  }),
);

function batchesOf<T>(list: T[], sizes: number[]): T[][] {
  const left = [...list];
  return sizes.map((size) => left.splice(0, size)).filter((batch) => batch.length > 0);
}

/** Analyses and joins a batch, as a worker does. */
async function work(shelf: StoryShelf, batch: StoryArticle[]): Promise<void> {
  for (const one of batch) shelf.put(one);
  await joinStories({ articleIds: batch.map(({ id }) => id) }, depsOf(shelf));
}

describe('stories', () => {
  it('are the same in whatever order and batches articles come', async () => {
    await fc.assert(
      fc.asyncProperty(inOrders, async ({ order, sizes }) => {
        const shelf = new StoryShelf();
        for (const batch of batchesOf(order, sizes)) await work(shelf, batch);
        expect(shelf.stories()).toEqual(shelf.expected(STORY_SPAN_MS));
        expect(shelf.unsettled()).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('are the same when two workers join at once, in whatever order their calls come', async () => {
    await fc.assert(
      fc.asyncProperty(inOrders, fc.scheduler(), async ({ order, sizes }, scheduler) => {
        const shelf = new StoryShelf((call) => scheduler.schedule(Promise.resolve(), call));
        const batches = batchesOf(order, sizes);
        const worker = async (turn: number) => {
          for (const batch of batches.filter((_, i) => i % 2 === turn)) await work(shelf, batch);
        };
        await scheduler.waitFor(Promise.all([worker(0), worker(1)]));
        expect(shelf.stories()).toEqual(shelf.expected(STORY_SPAN_MS));
        // One may have unsettled what the other had settled: the sweep's share.
        await scheduler.waitFor(joinStories({ articleIds: shelf.unsettled() }, depsOf(shelf)));
        expect(shelf.stories()).toEqual(shelf.expected(STORY_SPAN_MS));
        expect(shelf.unsettled()).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('part and meet anew when wordings are edited', async () => {
    const edits = fc.array(fc.tuple(fc.nat(13), fc.nat(2), fc.nat(9)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(articles, edits, async (all, changes) => {
        const shelf = new StoryShelf();
        await work(shelf, all);
        for (const [index, report, count] of changes) {
          const one = all[index % all.length]!;
          await work(shelf, [{ ...one, title: edited(report, count) }]);
        }
        expect(shelf.stories()).toEqual(shelf.expected(STORY_SPAN_MS));
        expect(shelf.unsettled()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('story.join', () => {
  const daysMarked = (shelf: StoryShelf) =>
    shelf.marked
      .filter(({ granularity }) => granularity === 'day')
      .map(({ start }) => start.getUTCDate())
      .sort((a, b) => a - b);

  it('leaves alone the windows of members that stay what they were', async () => {
    const shelf = new StoryShelf();
    await work(shelf, [article('a', 0, 0, -60), article('b', 0, 0, -30), article('c', 1, 0, -80)]);
    shelf.marked.length = 0;
    shelf.calls.length = 0;
    shelf.put(article('d', 0, 0, -2));
    const jobs = await joinStories({ articleIds: ['d'] }, depsOf(shelf));
    expect(shelf.stories()).toEqual(['*a b d', '*c']);
    expect(daysMarked(shelf)).toEqual([10]);
    expect(jobs.map(({ payload }) => payload)).toEqual(shelf.marked.map(({ id }) => ({ windowId: id })));
    expect(shelf.calls.slice(-2)).toEqual(['mark', 'settle']);
  });

  it('marks the windows of all members when their origin changes', async () => {
    const shelf = new StoryShelf();
    await work(shelf, [article('b', 0, 0, -30), article('c', 0, 0, -2)]);
    shelf.marked.length = 0;
    await work(shelf, [article('a', 0, 0, -60)]);
    expect(shelf.stories()).toEqual(['*a b c']);
    expect(daysMarked(shelf)).toEqual([8, 9, 10]);
  });

  it('marks the windows of members that lose the article between them', async () => {
    const shelf = new StoryShelf();
    const far = [article('a', 0, 0, -120), article('b', 0, 0, -60), article('c', 0, 0, 0)];
    await work(shelf, far);
    expect(shelf.stories()).toEqual(['*a b c']);
    shelf.marked.length = 0;
    await work(shelf, [article('b', 1, 0, -60)]);
    expect(shelf.stories()).toEqual(['*a', '*b', '*c']);
    // The article that was edited, and the one that leaves for a story of its own.
    expect(daysMarked(shelf)).toEqual([8, 10]);
  });

  it('has every change counted though tries die anywhere, once the sweep brings what is unsettled', async () => {
    await fc.assert(
      fc.asyncProperty(inOrders, fc.array(fc.nat(12), { maxLength: 4 }), async ({ order, sizes }, deaths) => {
        const pending = [...deaths];
        let left = pending.shift() ?? Infinity;
        const shelf = new StoryShelf(async () => {
          if (left-- > 0) return;
          left = pending.shift() ?? Infinity;
          throw new Error('died');
        });
        for (const batch of batchesOf(order, sizes)) await work(shelf, batch).catch(() => undefined);
        left = Infinity;
        await joinStories({ articleIds: shelf.unsettled() }, depsOf(shelf));
        expect(shelf.stories()).toEqual(shelf.expected(STORY_SPAN_MS));
        expect(shelf.unsettled()).toEqual([]);
        expect([...shelf.uncounted]).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('redoes one day and not a year when a report comes daily', async () => {
    const shelf = new StoryShelf();
    const daily = Array.from({ length: 60 }, (_, i) => article(`d${100 + i}`, 0, 0, (i - 60) * 24));
    for (const one of daily) await work(shelf, [one]);
    expect(shelf.stories()).toHaveLength(1);
    expect(daysMarked(shelf)).toHaveLength(60);
  });

  it('does nothing for articles that are gone', async () => {
    const shelf = new StoryShelf();
    expect(await joinStories({ articleIds: ['nobody'] }, depsOf(shelf))).toEqual([]);
    expect(shelf.marked).toEqual([]);
  });

  it('asks the store a few times only, however many reprints there are', async () => {
    const shelf = new StoryShelf();
    const reprints = Array.from({ length: 5_000 }, (_, i) => article(`r${i}`, 0, 0, (i % 60) - 60));
    for (const reprint of reprints) shelf.put(reprint);
    await work(shelf, reprints.slice(0, 50));
    expect(shelf.stories()).toHaveLength(1);
    expect(shelf.calls.filter((call) => call === 'neighbours').length).toBeLessThan(8);
  });

  it('is not led on by thousands that only share a key', async () => {
    const shelf = new StoryShelf();
    // A pattern that fills in other names each time: candidates of each other, near-duplicates of none.
    const name = (i: number) => (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(36);
    const names = (i: number) => Array.from({ length: 6 }, (_, n) => name(i * 6 + n)).join(' ');
    const notices = Array.from({ length: 5_000 }, (_, i) => ({
      ...article(`n${i}`, 0, 0, (i % 60) - 60),
      title: `Price of ${names(i)} in Peshawar today`,
    }));
    for (const notice of notices) shelf.put(notice);
    await joinStories({ articleIds: notices.slice(0, 50).map(({ id }) => id) }, depsOf(shelf));
    expect(shelf.storied()).toHaveLength(50);
  });
});
