import type { Stores } from '#domain/ports/stores.js';
import { connectMongo } from '#store/mongo/connect-mongo.js';
import { createIndexes } from '#store/mongo/indexes.js';
import { MongoStores } from '#store/mongo/mongo-stores.js';
import { aCorrection, anAnalysis, anArticle, at } from '../store/builders.js';
import { aFeed, aFetch, polled } from '../store/feed-builders.js';
import { idsOf } from '../store/harness.js';
import { dropDatabase, freshDatabase } from './test-database.js';

const URL = 'https://one.example/rss';
type Method = (...args: unknown[]) => Promise<unknown>;

/** Calls that another caller gets in between of: after what they read, before what they write. */
export function interruptedCallContract(server: string): void {
  describe('a call that another caller interrupts', () => {
    const uri = freshDatabase(server);
    let stores: Stores;
    /** Does `first` once, before the next statement of this name on a collection is sent. */
    let interruptAt: (model: string, statement: string, first: () => Promise<unknown>) => void;
    const interrupt = (statement: string, first: () => Promise<unknown>) =>
      interruptAt('Feed', statement, first);

    beforeEach(async () => {
      const connection = await connectMongo({ uri });
      await createIndexes(connection);
      stores = new MongoStores(connection);
      interruptAt = (model, statement, first) => {
        const collection = connection.models[model]!.collection as unknown as Record<string, Method>;
        const original = collection[statement]!.bind(collection);
        collection[statement] = async (...args) => {
          collection[statement] = original;
          await first();
          return original(...args);
        };
      };
    });
    afterEach(async () => {
      await stores.close();
      await dropDatabase(uri);
    });
    const add = (id: string) => stores.feeds.add(aFeed(id, { url: URL }), at(0));
    const ask = { now: at(0), until: at(5) };

    it('does not add a feed whose URL somebody else adds meanwhile', async () => {
      let other = false;
      interrupt('insertOne', async () => (other = await add('other')));
      expect(await add('mine')).toBe(false);
      expect(other).toBe(true);
      expect(idsOf(await stores.feeds.list())).toEqual(['other']);
    });

    it('does not add a feed whose URL the configuration names meanwhile', async () => {
      interrupt('insertOne', () => stores.feeds.register([aFeed('theirs', { url: URL })], at(0)));
      expect(await add('mine')).toBe(false);
      expect(idsOf(await stores.feeds.list())).toEqual(['theirs']);
    });

    it('leaves a feed to the configuration that comes to name it meanwhile', async () => {
      interrupt('insertOne', () => stores.feeds.register([aFeed('mine', { url: URL })], at(0)));
      expect(await add('mine')).toBe(false);
      expect(await stores.feeds.list()).toMatchObject([{ id: 'mine', origin: 'config', status: 'active' }]);
    });

    it.each([
      ['is left out of the configuration', []],
      ['moves to another host', [aFeed('a', { url: URL, host: 'one.example:443' })]],
      ['is opted out of', [aFeed('a', { optedOut: true })]],
    ])('does not claim a feed that %s meanwhile, and reserves nothing', async (_, configured) => {
      await stores.feeds.register([aFeed('a')], at(0));
      interrupt('findOneAndUpdate', () => stores.feeds.register(configured, at(0)));
      expect(await stores.feeds.claim('a', { ...ask, retryAt: at(0) })).toBeNull();
      expect((await stores.feeds.get('a'))?.leaseUntil).toBeNull();
      expect(await stores.feeds.reserveHost(aFeed('a').host, ask)).toBe(true);
    });

    it('does not write the end of a poll over a feed that moves meanwhile', async () => {
      await stores.feeds.register([aFeed('a')], at(0));
      await stores.feeds.claim('a', { ...ask, retryAt: at(0) });
      const moved = aFeed('a', { url: URL });
      interrupt('updateOne', () => stores.feeds.register([moved], at(1)));
      const ended = { state: polled(), log: aFetch('a'), hostFreeAt: at(1) };
      await stores.feeds.savePoll({ feedId: 'a', lease: at(5), ...ended });
      expect(await stores.feeds.get('a')).toMatchObject({ url: URL, etag: null, nextPollAt: at(1) });
    });

    describe('on an article', () => {
      const correction = aCorrection({ themes: ['water'] });
      const newer = anAnalysis({ version: 2, themes: ['talks'], about: 'pakistan' });
      const save = () => stores.articles.saveAnalyses([{ id: 'one', analysis: newer }]);
      const correct = () => stores.articles.correct('one', correction, 0);
      const counted = async () => (await stores.articles.inWindow(at(0), at(1)))[0];
      beforeEach(() => stores.articles.insert([anArticle('one', { analysis: anAnalysis() })]));

      it('corrects what an analysis says that comes meanwhile', async () => {
        interruptAt('Article', 'updateOne', save);
        expect(await correct()).toBe(true);
        expect(await counted()).toMatchObject({ version: 2, about: 'pakistan', themes: ['water'] });
      });

      it('does not write an analysis over a correction that comes meanwhile', async () => {
        interruptAt('Article', 'bulkWrite', correct);
        expect(await save()).toEqual([]);
        expect(await counted()).toMatchObject({ version: 1, themes: ['water'] });
        expect(await save()).toEqual(['one']);
        expect(await counted()).toMatchObject({ version: 2, themes: ['water'] });
      });

      it('does not write an analysis with a correction that is withdrawn meanwhile', async () => {
        await correct();
        interruptAt('Article', 'bulkWrite', () => stores.articles.correct('one', null, 1));
        expect(await save()).toEqual([]);
        expect(await counted()).toMatchObject({ version: 1, themes: ['trade'] });
      });
    });
  });
}
