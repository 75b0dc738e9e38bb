import { anArticle } from '../builders.js';
import { freshStores, type OpenStores } from '../harness.js';

/** The markup of articles, kept for reading. */
export function articleHtmlContract(open: OpenStores): void {
  describe('the markup of an article', () => {
    const stores = freshStores(open);
    const save = (entries: Record<string, string | null>) =>
      stores().articles.saveHtml(Object.entries(entries).map(([id, html]) => ({ id, html })));
    const html = (id: string) => stores().articles.html(id);

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
      const kept = await Promise.all(['one', 'two', 'nobody', 'three'].map(html));
      expect(kept).toEqual(['<p>new</p>', null, null, '']);
      await save({ two: '<p>again</p>' });
      expect(await html('two')).toBe('<p>again</p>');
      await save({});
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
