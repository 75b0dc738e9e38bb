import type { RequestListener } from 'node:http';
import { REMEMBERED_REDIRECTS } from '#feeds/fetch/remembered-redirect.js';
import { closeAll, serve } from '../support/outbound-on-loopback.js';
import { document, openPollDesk, POLL_NOW, type PollDesk } from './support/poll-desk.js';

const MINUTE = 60_000;
const GAP_MS = 5_000;
const ONE = document({ path: 'one', title: 'Torkham is open' });

const desks: PollDesk[] = [];
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()));
  await closeAll();
});

const open: typeof openPollDesk = async (...given) => {
  const desk = await openPollDesk(...given);
  desks.push(desk);
  return desk;
};

const later = (ms: number): Date => new Date(POLL_NOW.getTime() + ms);
const redirectTo =
  (location: () => string, status = 302): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { location: location() }).end();

/** A server that counts its requests. */
async function counted(listener: RequestListener) {
  const count = { asked: 0 };
  const { origin } = await serve((request, response) => {
    count.asked++;
    listener(request, response);
  });
  return { origin, count };
}

describe('a poll that is redirected to another host', () => {
  const redirected = async () => {
    const to = await counted((_request, response) => response.end(ONE));
    const from = await counted(redirectTo(() => `${to.origin}/feed`));
    const desk = await open({ a: `${from.origin}/feed` }, { others: [to.origin] });
    return { desk, from, to };
  };

  it('lets both hosts rest afterwards', async () => {
    const { desk, from, to } = await redirected();
    await desk.poll('a');
    expect(await desk.fetches('a')).toMatchObject([{ outcome: 'ok', inserted: 1 }]);
    for (const { origin } of [from, to]) {
      expect(await desk.isFree(origin, GAP_MS - 1)).toBe(false);
      expect(await desk.isFree(origin, GAP_MS)).toBe(true);
    }
  });

  it('has the other host to itself meanwhile', async () => {
    const to = await counted((_request, response) => {
      void desk.isFree(to.origin, 0).then((isFree) => response.end(isFree ? '' : ONE));
    });
    const from = await counted(redirectTo(() => to.origin));
    const desk = await open({ a: from.origin }, { others: [to.origin] });
    await desk.poll('a');
    expect(await desk.fetches('a')).toMatchObject([{ outcome: 'ok' }]);
  });

  it('is put off where that host has its turn with another, and that is no failure', async () => {
    const { desk, from, to } = await redirected();
    const { host } = new URL(to.origin);
    await desk.stores.feeds.reserveHost(host, { now: POLL_NOW, until: later(3 * MINUTE) });
    const before = await desk.feed('a');
    expect(await desk.poll('a', { random: () => 0.5 })).toEqual([]);
    expect([from.count.asked, to.count.asked]).toEqual([1, 0]);
    expect(await desk.fetches('a')).toEqual([]);
    expect(await desk.feed('a')).toEqual({ ...before, nextPollAt: later(7.5 * MINUTE) });
    expect(await desk.isFree(from.origin, GAP_MS - 1)).toBe(false);
    expect(await desk.isFree(to.origin, 3 * MINUTE - 1)).toBe(false);
    desk.clock.advance(7.5 * MINUTE);
    await desk.poll('a');
    expect(await desk.fetches('a')).toMatchObject([{ outcome: 'ok' }]);
  });

  it('for good holds that host from its next poll on', async () => {
    const { desk, to } = await redirected();
    const { origin } = await counted(redirectTo(() => `${to.origin}/feed`, 301));
    const moving = await open({ a: origin }, { others: [to.origin] });
    for (let polls = 0; polls < REMEMBERED_REDIRECTS; polls++) {
      await moving.poll('a');
      moving.clock.advance(60 * MINUTE);
    }
    expect(await moving.feed('a')).toMatchObject({ host: new URL(to.origin).host });
    expect(await desk.feed('a')).not.toMatchObject({ host: new URL(to.origin).host });
  });
});

describe('a poll of a feed that moved to what is no feed any more', () => {
  it('is followed by one of its registered address', async () => {
    let moves = true;
    const parked = await counted((_request, response) => response.end(moves ? ONE : '<html>For sale</html>'));
    const home = await counted((request, response) =>
      moves ? redirectTo(() => parked.origin, 301)(request, response) : response.end(ONE),
    );
    const desk = await open({ a: home.origin }, { others: [parked.origin] });
    for (let polls = 0; polls < REMEMBERED_REDIRECTS; polls++) {
      await desk.poll('a');
      desk.clock.advance(60 * MINUTE);
    }
    moves = false;
    await desk.poll('a');
    expect(await desk.feed('a')).toMatchObject({ failures: 1, host: new URL(home.origin).host });
    desk.clock.advance(24 * 60 * MINUTE);
    await desk.poll('a');
    expect(await desk.feed('a')).toMatchObject({ failures: 0, redirect: null });
  });
});

describe('a poll that throws', () => {
  it('counts as a failed one, with what was thrown, and tells it to the log', async () => {
    const { origin } = await counted((_request, response) => response.end(ONE));
    const desk = await open({ a: origin });
    const parseDocument = () => Promise.reject(new Error('out of ideas'));
    await expect(desk.poll('a', { parseDocument })).rejects.toThrow('out of ideas');
    const error = 'the poll broke off: out of ideas';
    expect(await desk.fetches('a')).toMatchObject([{ outcome: 'failed', error }]);
    expect(await desk.feed('a')).toMatchObject({ failures: 1, error, leaseUntil: null });
    expect((await desk.feed('a')).nextPollAt.getTime()).toBeGreaterThan(later(15 * MINUTE).getTime());
    desk.clock.advance(60 * MINUTE);
    await desk.poll('a');
    expect(await desk.feed('a')).toMatchObject({ failures: 0, error: null });
  });

  it('does so while it saves as well', async () => {
    const { origin } = await counted((_request, response) => response.end(ONE));
    const desk = await open({ a: origin });
    const articles = Object.create(desk.deps.articles, {
      insert: { value: () => Promise.reject(new Error('the disk is full')) },
    }) as typeof desk.deps.articles;
    await expect(desk.poll('a', { articles })).rejects.toThrow('the disk is full');
    expect(await desk.feed('a')).toMatchObject({ failures: 1, bodyHash: null });
  });

  it('is tried again no sooner than any other, though it takes the process along', async () => {
    const desk = await open({ a: 'http://127.0.0.1:9/' });
    void desk.poll('a', { fetchFeed: () => new Promise(() => {}) });
    await desk.isFree('http://127.0.0.1:9', 0);
    desk.clock.advance(10 * MINUTE - 1);
    expect(await desk.stores.feeds.due({ now: desk.clock.now(), limit: 9 })).toEqual([]);
    desk.clock.advance(1);
    expect(await desk.stores.feeds.due({ now: desk.clock.now(), limit: 9 })).toHaveLength(1);
  });
});

describe('a poll that the end of the program cuts short', () => {
  it.each(['fetched', 'read'])(
    'is not held against the feed that is being %s, which is due again at once',
    async (what) => {
      let arrived = () => {};
      const asked = new Promise<void>((resolve) => (arrived = resolve));
      const { origin } = await counted((_request, response) => {
        if (what === 'read') response.end(ONE);
        else arrived();
      });
      const desk = await open({ a: origin });
      const before = await desk.feed('a');
      const parseDocument: typeof desk.deps.parseDocument = (...given) => {
        const parsed = desk.deps.parseDocument(...given);
        arrived();
        return parsed;
      };
      const polled = desk.poll('a', { parseDocument });
      await asked;
      await desk.reader.close();
      expect(await polled).toEqual([]);
      expect(await desk.feed('a')).toEqual(before);
      expect(await desk.fetches('a')).toEqual([]);
      expect(await desk.isFree(origin, GAP_MS - 1)).toBe(false);
      expect(await desk.isFree(origin, GAP_MS)).toBe(true);
    },
  );
});

describe('a server that asks to be left alone', () => {
  it.each([
    ['for a minute', '60', MINUTE],
    ['for a day, which is too much of the others', '86400', 60 * MINUTE],
    ['for no longer than the gap', '1', GAP_MS],
  ])('%s is, with all its feeds', async (_how, seconds, restMs) => {
    const { origin } = await counted((_request, response) =>
      response.writeHead(429, { 'retry-after': seconds }).end(),
    );
    const desk = await open({ a: `${origin}/a`, b: `${origin}/b` });
    await desk.poll('a');
    expect(await desk.isFree(origin, restMs - 1)).toBe(false);
    expect(await desk.isFree(origin, restMs)).toBe(true);
  });

  it('is alone in it, and not who redirected to it', async () => {
    const to = await counted((_request, response) => response.writeHead(503, { 'retry-after': '600' }).end());
    const from = await counted(redirectTo(() => to.origin));
    const desk = await open({ a: from.origin }, { others: [to.origin] });
    await desk.poll('a');
    expect(await desk.isFree(from.origin, GAP_MS)).toBe(true);
    expect(await desk.isFree(to.origin, 10 * MINUTE - 1)).toBe(false);
  });
});

describe('an article that two feeds list', () => {
  const listed = (title: string, html: string) => document({ path: 'one', title, html });

  it('has the markup and the wording of the lead feed, though it is not analysed yet', async () => {
    const pages: Record<string, string> = {
      '/a': listed('Torkham is open', '<p>In the words of A</p>'),
      '/b': listed('Torkham opens', '<p>In the words of B</p>'),
    };
    const { origin } = await serve(({ url }, response) => response.end(pages[url!]));
    const other = await serve(({ url }, response) => response.end(pages[url!]));
    const desk = await open({ a: `${origin}/a`, b: `${other.origin}/b` });
    await desk.poll('a');
    await desk.poll('b');
    const [article] = await desk.stores.articles.byKeys(['sample.example/one']);
    expect(article).toMatchObject({ title: 'Torkham is open', settledVersion: 0 });
    expect(await desk.stores.articles.html(article!.id, 'a')).toContain('In the words of A');
    expect(await desk.fetches('b')).toMatchObject([{ inserted: 0, revised: 0 }]);
    desk.clock.advance(60 * MINUTE);
    pages['/a'] = listed('Torkham is open again', '<p>Anew in the words of A</p>');
    await desk.poll('a');
    expect(await desk.stores.articles.html(article!.id, 'a')).toContain('Anew in the words of A');
    expect((await desk.fetches('a'))[0]).toMatchObject({ inserted: 0, revised: 1 });
  });
});
