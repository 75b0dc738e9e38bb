import { leadFeedOf } from '#domain/article.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { SourceRegister } from '#domain/source-register.js';
import type { Item } from '#feeds/read/item.js';
import { saveItems } from '#pipeline/save-items.js';
import { at } from '../builders.js';
import { freshStores, type OpenStores } from '../harness.js';

const register = new SourceRegister([]);

/** What is left where two feeds list one article that is new to both, and are polled at the same moment. */
export function simultaneousPollsContract(open: OpenStores): void {
  describe('an article that two feeds list first at the same moment', () => {
    const stores = freshStores(open);

    const poll = (feedId: string, html: string | null, articles: ArticleStore) => {
      const feed = { id: feedId, sourceId: 'sample', url: 'https://sample.example/rss', language: null };
      const document = { items: [itemOf(feedId, html)], feed: { language: null } };
      return saveItems(feed, document, at(0), { articles, register });
    };
    const left = async () => {
      const [article] = await stores().articles.byKeys(['sample.example/one']);
      return { title: article!.title, html: await stores().articles.html(article!.id, leadFeedOf(article!)) };
    };

    it.each([
      ['a', 'b'],
      ['b', 'a'],
    ])(
      'has the markup of the feed whose words it has, where "%s" comes before "%s"',
      async (first, second) => {
        const { articles } = stores();
        const [kept, inserted] = [gate(), gate()];
        let running: Promise<unknown> | undefined;
        const late = before(articles, 'insert', () => {
          kept.open();
          return inserted.opened;
        });
        const early = before(articles, 'insert', () => {
          running = poll(second, `<p>${second}</p>`, late);
          return kept.opened;
        });
        await poll(first, `<p>${first}</p>`, early);
        inserted.open();
        await running;
        expect(await left()).toEqual({ title: 'Torkham, says a', html: '<p>a</p>' });
      },
    );

    it('has none where that feed gives none', async () => {
      const { articles } = stores();
      await poll(
        'a',
        null,
        before(articles, 'insert', () => poll('b', '<p>b</p>', articles)),
      );
      expect(await left()).toEqual({ title: 'Torkham, says a', html: null });
    });

    it('keeps only the markup that it may still need', async () => {
      await poll('b', '<p>b</p>', stores().articles);
      await poll('a', '<p>a</p>', stores().articles);
      const [article] = await stores().articles.byKeys(['sample.example/one']);
      expect(await stores().articles.html(article!.id, 'b')).toBeNull();
      expect(await left()).toEqual({ title: 'Torkham, says a', html: '<p>a</p>' });
    });

    it('has the markup of the feed that leads, also where both have the same words', async () => {
      const same = (feedId: string) => itemOf('all', `<p>${feedId}</p>`);
      for (const id of ['b', 'a'])
        await saveItems(
          { id, sourceId: 'sample', url: 'https://sample.example/rss', language: null },
          { items: [same(id)], feed: { language: null } },
          at(0),
          { articles: stores().articles, register },
        );
      expect(await left()).toEqual({ title: 'Torkham, says all', html: '<p>a</p>' });
    });
  });
}

function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** The store, where something happens before the first call of one method. */
function before(articles: ArticleStore, method: 'insert', happens: () => Promise<unknown>): ArticleStore {
  let done = false;
  return new Proxy(articles, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (name === method && !done) {
          done = true;
          await happens();
        }
        return (value as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

function itemOf(feedId: string, html: string | null): Item {
  return {
    ...{ url: 'https://sample.example/one', originalUrl: null, guid: null, author: null, language: null },
    ...{ title: `Torkham, says ${feedId}`, summary: '', content: '', html },
    ...{ publishedAt: at(0), updatedAt: null },
  };
}
