import { anArticle } from '../builders.js';
import { freshStores, type OpenStores } from '../harness.js';

/** The markup of articles, kept for reading. */
export function articleHtmlContract(open: OpenStores): void {
  describe('the markup of an article', () => {
    const stores = freshStores(open);
    const save = (entries: Record<string, string | null>, feedId = 'a') =>
      stores().articles.saveHtml(Object.entries(entries).map(([id, html]) => ({ id, feedId, html })));
    const html = (id: string, feedId = 'a') => stores().articles.html(id, feedId);

    it('is kept letter by letter, and null where there is none', async () => {
      const urdu = '<p dir="rtl">طورخم سرحد پر «کشیدگی» 🇵🇰🇦🇫</p>\n<img alt="\\ \u200f">';
      const long = `<p>${'سرحد '.repeat(50_000)}</p>`;
      await stores().articles.insert(['ur', 'long', 'none'].map((id) => anArticle(id)));
      await save({ ur: urdu, long });
      expect(await html('ur')).toBe(urdu);
      expect(await html('long')).toBe(long);
      expect(await html('none')).toBeNull();
    });

    it('is replaced by what is saved later, also by nothing', async () => {
      await save({ one: '<p>1</p>', two: '<p>2</p>', three: '<p>3</p>' });
      await save({ one: '<p>new</p>', two: null, nobody: null, three: '' });
      const kept = await Promise.all(['one', 'two', 'nobody', 'three'].map((id) => html(id)));
      expect(kept).toEqual(['<p>new</p>', null, null, '']);
      await save({ two: '<p>again</p>' });
      expect(await html('two')).toBe('<p>again</p>');
      await save({});
    });

    it('is kept apart for each feed that gave it', async () => {
      await save({ one: '<p>a</p>', two: '<p>a</p>' }, 'a');
      await save({ one: '<p>b</p>', three: '<p>b</p>' }, '~b-1');
      expect(await html('one', 'a')).toBe('<p>a</p>');
      expect(await html('one', '~b-1')).toBe('<p>b</p>');
      expect(await html('two', '~b-1')).toBeNull();
      expect(await html('three', 'a')).toBeNull();
      await save({ one: null, two: null }, '~b-1');
      expect(await Promise.all([html('one', 'a'), html('one', '~b-1'), html('two')])).toEqual([
        '<p>a</p>',
        null,
        '<p>a</p>',
      ]);
    });

    it('changes nothing of the article, and stays with a double', async () => {
      await stores().articles.insert([anArticle('one'), anArticle('two')]);
      await save({ one: '<p>1</p>' });
      expect(await stores().articles.get('one')).toEqual(anArticle('one'));
      await stores().articles.retire('one', 'two');
      expect(await html('one')).toBe('<p>1</p>');
    });

    it('is kept once for an article by two callers at the same moment', async () => {
      await Promise.all([save({ one: '<p>left</p>' }), save({ one: '<p>right</p>' })]);
      expect(['<p>left</p>', '<p>right</p>']).toContain(await html('one'));
    });

    it('is kept in a batch of 1,000', async () => {
      const ids = Array.from({ length: 1_000 }, (_, i) => `m-${i}`);
      await save(Object.fromEntries(ids.map((id) => [id, `<p>${id}</p>`])));
      expect(await html('m-999')).toBe('<p>m-999</p>');
    });
  });
}
