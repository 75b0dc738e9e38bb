import { MissingRowError } from '#domain/errors.js';
import { anAnalysis, anArticle, at, edited } from '../builders.js';
import { freshStores, sortedIds, type OpenStores } from '../harness.js';

/** What feeds say of articles: insert, look up, revise. */
export function articleFactsContract(open: OpenStores): void {
  describe('the facts of articles', () => {
    const stores = freshStores(open);

    it('come back as they went in, to the millisecond and with null where nothing was said', async () => {
      const full = anArticle('full', {
        author: 'A. Writer',
        language: 'ur',
        publishedAt: new Date('2026-03-09T23:59:59.999Z'),
        firstSeenAt: new Date('2026-03-10T00:00:00.001Z'),
        windowAt: new Date('2026-03-09T23:59:59.999Z'),
        revision: 3,
        history: [{ revision: 2, title: 'Earlier', summary: '', replacedAt: at(0.00005) }],
        seenIn: [
          { feedId: 'a-feed', hash: '1' },
          { feedId: 'b-feed', hash: '2' },
        ],
        keyVersion: 3,
        analysis: anAnalysis({ version: 4, revision: 2, signature: ['k1', 'k2'], wire: 'رائٹرز' }),
        story: { storyId: 'story-1', origin: false },
        settledVersion: 2,
        work: { leaseUntil: at(5), attempts: 2, error: 'it broke', quarantinedVersion: 1 },
        seq: 7,
      });
      const bare = anArticle('bare', {
        author: null,
        language: null,
        publishedAt: null,
        terms: [],
        seenIn: [],
      });
      await stores().articles.insert([full, bare]);
      expect(await stores().articles.get('full')).toEqual(full);
      expect(await stores().articles.get('bare')).toStrictEqual(bare);
    });

    it('keep Urdu, Pashto, Dari and emoji letter by letter', async () => {
      const article = anArticle('اردو-۱', {
        urlKey: 'sample.example/خبر/سرحد-بند',
        title: 'طورخم سرحد پر کشیدگی 🇵🇰🇦🇫 — «گفتگو»',
        summary: 'د تورخم دروازه وتړل شوه؛ ښځې او ماشومان انتظار کوي 👩‍👧‍👦 نیم‌فاصله',
        author: 'O\'Brien \\ "quoted" %_ \u200f\u202b',
        terms: ['طورخم', 'ښځې', '🇵🇰🇦🇫', '👩‍👧‍👦', "o'brien"],
      });
      await stores().articles.insert([article]);
      expect(await stores().articles.get(article.id)).toEqual(article);
      expect(await stores().articles.byKeys([article.urlKey])).toEqual([article]);
    });

    it('are null for an id that is not there, and nothing for keys that are not', async () => {
      expect(await stores().articles.get('nobody')).toBeNull();
      expect(await stores().articles.byKeys(['nowhere'])).toEqual([]);
      expect(await stores().articles.byKeys([])).toEqual([]);
    });

    it('are inserted once for a URL key, even twice in one batch', async () => {
      const [one, twin, other] = [
        anArticle('one'),
        anArticle('twin', { urlKey: 'sample.example/one' }),
        anArticle('other'),
      ];
      const inserted = await stores().articles.insert([one, twin, other]);
      expect(inserted.sort()).toEqual(['one', 'other']);
      expect(await stores().articles.get('twin')).toBeNull();
      expect(await stores().articles.insert([anArticle('one', { title: 'Changed' })])).toEqual([]);
      expect(await stores().articles.get('one')).toEqual(one);
    });

    it('are inserted once for an id, though the URL key differs', async () => {
      await stores().articles.insert([anArticle('one')]);
      expect(await stores().articles.insert([anArticle('one', { urlKey: 'sample.example/else' })])).toEqual(
        [],
      );
      expect(await stores().articles.byKeys(['sample.example/else'])).toEqual([]);
    });

    it('are inserted once by two callers at the same moment', async () => {
      const call = (who: string) =>
        stores().articles.insert(
          [0, 1, 2, 3, 4].map((i) => anArticle(`${who}-${i}`, { urlKey: `key-${i}` })),
        );
      const inserted = (await Promise.all([call('left'), call('right')])).flat();
      expect(inserted).toHaveLength(5);
      const stored = await stores().articles.byKeys([0, 1, 2, 3, 4].map((i) => `key-${i}`));
      expect(sortedIds(stored)).toEqual(inserted.sort());
    });

    it('go in and come out in a batch of 5,000', async () => {
      const many = Array.from({ length: 5_000 }, (_, i) => anArticle(`m-${String(i).padStart(4, '0')}`));
      expect(await stores().articles.insert(many)).toHaveLength(5_000);
      const found = await stores().articles.byKeys(many.map((article) => article.urlKey));
      expect(sortedIds(found)).toEqual(sortedIds(many));
      expect(await stores().articles.insert(many)).toEqual([]);
    });

    it('are revised where nobody else wrote since they were read', async () => {
      await stores().articles.insert([anArticle('one', { analysis: anAnalysis(), settledVersion: 1 })]);
      const edit = edited(await stores().articles.get('one'));
      expect(await stores().articles.revise([edit])).toEqual(['one']);
      expect(await stores().articles.get('one')).toEqual({ ...edit, seq: edit.seq + 1 });
      expect(await stores().articles.revise([edit])).toEqual([]);
    });

    it('never change id, key, window, first sight, analysis or story by a revision', async () => {
      const first = anArticle('one', { analysis: anAnalysis(), story: { storyId: 's', origin: true } });
      await stores().articles.insert([first]);
      const meddling = {
        windowAt: at(99),
        firstSeenAt: at(99),
        urlKey: 'else',
        keyVersion: 9,
        analysis: null,
      };
      expect(
        await stores().articles.revise([
          { ...first, ...meddling, story: null, mergedInto: 'two', title: 'New' },
        ]),
      ).toEqual(['one']);
      expect(await stores().articles.get('one')).toEqual({ ...first, title: 'New', seq: 1 });
    });

    it('are revised though an analysis was written since they were read', async () => {
      const first = anArticle('one');
      await stores().articles.insert([first]);
      const analysis = anAnalysis();
      await stores().articles.saveAnalyses([{ id: 'one', analysis }]);
      expect(await stores().articles.revise([edited(first)])).toEqual(['one']);
      expect((await stores().articles.get('one'))?.analysis).toEqual(analysis);
    });

    it('leave the work and its end alone where the revision is the same', async () => {
      const idle = { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null };
      const analysis = anAnalysis();
      const read = ['claimed', 'settled', 'given-up', 'released'].map((id) =>
        anArticle(id, { analysis, work: id === 'released' ? { ...idle, quarantinedVersion: 1 } : idle }),
      );
      await stores().articles.insert(read);
      await stores().articles.claim(['claimed'], { version: 1, now: at(0), until: at(5) });
      await stores().articles.settle([{ id: 'settled', revision: 1, version: 1 }]);
      await stores().articles.quarantine(['given-up'], 1);
      await stores().articles.release('released');
      const seenIn = [{ feedId: 'another', hash: 'x' }];
      expect(await stores().articles.revise(read.map((article) => ({ ...article, seenIn })))).toHaveLength(4);
      const stored = await Promise.all(read.map(({ id }) => stores().articles.get(id)));
      expect(stored).toMatchObject([
        { seenIn, seq: 1, settledVersion: 0, work: { ...idle, leaseUntil: at(5), attempts: 1 } },
        { seenIn, seq: 1, settledVersion: 1, work: idle },
        { seenIn, seq: 1, settledVersion: 0, work: { ...idle, quarantinedVersion: 1 } },
        { seenIn, seq: 1, settledVersion: 0, work: idle },
      ]);
    });

    it('begin their work anew where the revision is higher', async () => {
      const first = anArticle('one', { analysis: anAnalysis() });
      await stores().articles.insert([first]);
      await stores().articles.quarantine(['one'], 1);
      await stores().articles.settle([{ id: 'one', revision: 1, version: 1 }]);
      await stores().articles.claim(['one'], { version: 2, now: at(0), until: at(5) });
      expect(await stores().articles.revise([edited(first)])).toEqual(['one']);
      expect(await stores().articles.get('one')).toMatchObject({
        settledVersion: 0,
        work: { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null },
      });
    });

    it('are revised by one of two callers at the same moment', async () => {
      const first = anArticle('one');
      await stores().articles.insert([first]);
      const calls = ['left', 'right'].map((title) => stores().articles.revise([{ ...first, title }]));
      expect((await Promise.all(calls)).flat()).toEqual(['one']);
      expect((await stores().articles.get('one'))?.seq).toBe(1);
    });

    it('cannot be revised for an id that is not there', async () => {
      await expect(stores().articles.revise([anArticle('nobody')])).rejects.toThrow(MissingRowError);
      expect(await stores().articles.get('nobody')).toBeNull();
    });
  });
}
