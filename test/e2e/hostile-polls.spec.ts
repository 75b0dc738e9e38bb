import { closeAll, serve } from '../support/outbound-on-loopback.js';
import { BOUNDED, HANGING } from './support/hostile-servers.js';
import { document, openPollDesk } from './support/poll-desk.js';

afterEach(closeAll);

describe('feeds of servers that lie, hang or flood', () => {
  it('have their own errors each, and cost the good one beside them nothing', async () => {
    const hostile = await Promise.all(
      [...HANGING, ...BOUNDED].map(async ([, listener, failure]) => ({
        ...{ failure, origin: (await serve(listener)).origin },
      })),
    );
    const good = await serve((_request, response) =>
      response.end(document({ path: 'one', title: 'Torkham is open' })),
    );
    const feeds = Object.fromEntries(hostile.map(({ origin }, i) => [`bad-${i}`, `${origin}/feed`]));
    const desk = await openPollDesk(
      { ...feeds, good: `${good.origin}/feed` },
      { settings: { FETCH_TIMEOUT_MS: '6000' } },
    );
    await Promise.all([...Object.keys(feeds), 'good'].map((id) => desk.poll(id)));

    const errors = await Promise.all(Object.keys(feeds).map(async (id) => (await desk.feed(id)).error));
    expect(errors).toEqual(hostile.map(({ failure }) => expect.stringMatching(failure.message)));
    for (const id of Object.keys(feeds)) {
      expect(await desk.feed(id)).toMatchObject({ status: 'active', failures: 1, leaseUntil: null });
      expect(await desk.fetches(id)).toMatchObject([{ outcome: 'failed', items: 0, inserted: 0 }]);
    }
    expect(await desk.feed('good')).toMatchObject({ failures: 0, error: null });
    expect(await desk.fetches('good')).toMatchObject([{ outcome: 'ok', inserted: 1 }]);
    expect(await desk.stores.articles.byKeys(['sample.example/one'])).toHaveLength(1);
    await desk.close();
  }, 30_000);
});
