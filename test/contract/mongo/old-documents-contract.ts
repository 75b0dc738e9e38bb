import { Mongoose } from 'mongoose';
import type { Stores } from '#domain/ports/stores.js';
import { openMongo } from '#store/mongo/open-mongo.js';
import { anAlert } from '../store/alert-builders.js';
import { aCorrection, anAnalysis, anArticle, at } from '../store/builders.js';
import { aFeed, newlyStored } from '../store/feed-builders.js';
import { dropDatabase, freshDatabase } from './test-database.js';

/** Takes away what an earlier program did not write. */
const EARLIER: Record<string, string[]> = {
  articles: ['keyVersion', 'mergedInto', 'analysis.wire', 'correction', 'corrections'],
  feeds: ['origin', 'unconditionalAt', 'redirect', 'pace', 'addedUrl'],
  alerts: ['kind', 'silence'],
};

/** Documents of a program that knew fewer fields, in the hands of this one. */
export function oldDocumentsContract(server: string): void {
  describe('documents that an earlier version wrote', () => {
    const uri = freshDatabase(server);
    const analysed = anArticle('one', { analysis: anAnalysis({ signature: ['k'] }), settledVersion: 1 });
    let stores: Stores;
    beforeEach(async () => {
      stores = await openMongo({ uri });
      await stores.articles.insert([analysed, anArticle('bare')]);
      await stores.feeds.register([aFeed('old')], at(0));
      await stores.alerts.save(anAlert('alert-1'));
      await removeFields(uri);
    });
    afterEach(async () => {
      await stores.close();
      await dropDatabase(uri);
    });

    it('are feeds of the configuration with their first pace', async () => {
      expect(await stores.feeds.list()).toStrictEqual([newlyStored(aFeed('old'), at(0))]);
      expect(await stores.feeds.due({ now: at(0), limit: 9 })).toHaveLength(1);
      const ask = { now: at(0), until: at(1), retryAt: at(1) };
      expect(await stores.feeds.claim('old', ask)).toMatchObject({ origin: 'config' });
      await stores.feeds.register([], at(0));
      expect(await stores.feeds.get('old')).toMatchObject({ origin: 'config', status: 'unlisted' });
    });

    it('are articles whose keys are of the first version and whose bylines nobody read', async () => {
      expect(await stores.articles.get('one')).toStrictEqual(analysed);
      expect(await stores.articles.keyedBelow(2, 9)).toStrictEqual([anArticle('bare'), analysed]);
      expect(await stores.articles.keyedBelow(2, 1)).toStrictEqual([anArticle('bare')]);
      expect(await stores.articles.keyedBelow(1, 9)).toEqual([]);
      expect((await stores.articles.page({ limit: 9 })).articles).toStrictEqual([
        analysed,
        anArticle('bare'),
      ]);
      expect(await stores.progress(1, at(0))).toMatchObject({ articles: 2, unsettled: 1 });
    });

    it('are articles that can be revised, keyed anew and found to be doubles', async () => {
      expect(await stores.articles.revise([{ ...analysed, title: 'Edited' }])).toEqual(['one']);
      const fresh = { id: 'one', urlKey: 'new.example/one', keyVersion: 2, seq: 1 };
      expect(await stores.articles.rekey(fresh)).toBe(true);
      await stores.articles.retire('bare', 'one');
      expect((await stores.articles.page({ limit: 9 })).articles).toMatchObject([{ id: 'one' }]);
      expect(await stores.articles.keyedBelow(2, 9)).toMatchObject([{ id: 'bare', keyVersion: 1 }]);
    });

    it('are markup of the lead feed, until a feed gives another', async () => {
      await keepHtml(uri, 'one', '<p>1</p>');
      expect(await stores.articles.html('one', 'sample-post-main')).toBe('<p>1</p>');
      await stores.articles.saveHtml([{ id: 'one', feedId: 'a', html: '<p>a</p>' }]);
      expect(await stores.articles.html('one', 'a')).toBe('<p>a</p>');
      expect(await stores.articles.html('one', 'sample-post-main')).toBeNull();
      await keepHtml(uri, 'two', '<p>2</p>');
      await stores.articles.saveHtml([{ id: 'two', feedId: 'a', html: null }]);
      expect(await stores.articles.html('two', 'a')).toBeNull();
    });

    it('are articles that can be corrected and settled', async () => {
      const { articles } = stores;
      expect(await articles.settle([{ id: 'one', revision: 1, version: 1 }])).toEqual(['one']);
      expect(await articles.correct('one', aCorrection({ themes: ['water'] }), 0)).toBe(true);
      expect(await articles.get('one')).toMatchObject({ corrections: 1, settledVersion: 0 });
      expect((await articles.page({ themes: ['water'], limit: 9 })).articles).toMatchObject([{ id: 'one' }]);
    });

    it('are alerts on spikes', async () => {
      expect(await stores.alerts.get('alert-1')).toStrictEqual(anAlert('alert-1', { seq: 1 }));
    });
  });
}

async function keepHtml(uri: string, _id: string, html: string): Promise<void> {
  const connection = await new Mongoose().createConnection(uri).asPromise();
  await connection.collection<{ _id: string; html: string }>('htmls').insertOne({ _id, html });
  await connection.close();
}

async function removeFields(uri: string): Promise<void> {
  const connection = await new Mongoose().createConnection(uri).asPromise();
  for (const [name, fields] of Object.entries(EARLIER))
    for (const field of fields)
      await connection
        .collection(name)
        .updateMany({ [field]: { $exists: true } }, { $unset: { [field]: 1 } });
  await connection.close();
}
