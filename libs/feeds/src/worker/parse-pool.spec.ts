import { EndingError } from '#domain/errors.js';
import { ParsePool } from './parse-pool.js';

const now = new Date('2026-03-01T12:00:00Z');
const context = { contentType: null, base: 'https://feeds.test/rss.xml', now };
const rss = (items: string): Buffer => Buffer.from(`<rss version="2.0"><channel>${items}</channel></rss>`);
const item = (n: number): string => `<item><title>Title ${n}</title><link>https://x.test/${n}</link></item>`;
const items = (count: number): string => Array.from({ length: count }, (_, n) => item(n)).join('');

const opened: ParsePool[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((pool) => pool.close()))));
const poolOf = (options: Partial<ConstructorParameters<typeof ParsePool>[0]> = {}): ParsePool => {
  const pool = new ParsePool({ threads: 1, deadlineMs: 10_000, maxMemoryMb: 256, ...options });
  opened.push(pool);
  return pool;
};

describe('documents read in threads', () => {
  it('give what they give without', async () => {
    const parsed = await poolOf().parse(rss(items(3)), context);
    expect(parsed).toMatchObject({
      ok: true,
      items: [{ title: 'Title 0' }, {}, { url: 'https://x.test/2' }],
    });
  });

  it('keep the order and number of items when there are many', async () => {
    const parsed = await poolOf().parse(rss(items(1_234)), context);
    const titles = parsed.ok ? parsed.items.map(({ title }) => title) : [];
    expect(titles).toEqual(Array.from({ length: 1_234 }, (_, n) => `Title ${n}`));
  });

  it('leave the buffer of the caller as it is', async () => {
    const body = rss(items(1));
    await poolOf().parse(body, context);
    expect(body.toString()).toContain('Title 0');
  });

  it('wait for each other where threads are few, and all come back', async () => {
    const pool = poolOf({ threads: 2 });
    const all = await Promise.all(Array.from({ length: 9 }, (_, n) => pool.parse(rss(item(n)), context)));
    expect(all.map((parsed) => (parsed.ok ? parsed.items[0]?.title : parsed.error))).toEqual(
      Array.from({ length: 9 }, (_, n) => `Title ${n}`),
    );
  });

  it('cost no more than their deadline, and nothing to the next document', async () => {
    const pool = poolOf({ deadlineMs: 1 });
    const slow = await pool.parse(rss(items(50_000)), context);
    expect(slow).toMatchObject({ ok: false, error: 'reading the document took longer than 0.001 s' });
    const patient = poolOf();
    await expect(patient.parse(rss(item(1)), context)).resolves.toMatchObject({ ok: true });
  });

  it.each([1, 1_234])('are not late where this process was, with %d items', async (count) => {
    const pool = poolOf({ deadlineMs: 1_000 });
    for (let i = 0; i < 20 && !(await pool.parse(rss(item(1)), context)).ok; i++);
    const parsed = pool.parse(rss(items(count)), context);
    // The event loop stands still, past the deadline; the thread does not.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
    expect(await parsed).toMatchObject({ ok: true, items: { length: count } });
  });

  it('are given up where they take too much memory', async () => {
    const pool = poolOf({ maxMemoryMb: 16, deadlineMs: 60_000 });
    const long = (n: number): string => `<item><title>${n} ${'غ'.repeat(900)}</title></item>`;
    const greedy = await pool.parse(rss(Array.from({ length: 9_000 }, (_, n) => long(n)).join('')), context);
    expect(greedy).toMatchObject({ ok: false });
    await expect(pool.parse(rss(item(1)), context)).resolves.toMatchObject({ ok: true });
  });

  it('are nobody’s failure where the pool is closed: those that wait, that are read and that come later', async () => {
    const pool = poolOf();
    const given = [1, 2].map(() => pool.parse(rss(items(5_000)), context));
    const ended = Promise.all(given.map((one) => expect(one).rejects.toThrow(EndingError)));
    await pool.close();
    await ended;
    await expect(pool.parse(rss(item(1)), context)).rejects.toThrow(EndingError);
  });

  it('are read by another thread where the one that was idle has ended', async () => {
    const pool = poolOf();
    await pool.parse(rss(item(1)), context);
    await pool['idle'][0]!['worker'].terminate();
    await expect(pool.parse(rss(item(2)), context)).resolves.toMatchObject({ ok: true });
  });

  it('take no harm from an error of a thread that is idle', async () => {
    const pool = poolOf();
    await pool.parse(rss(item(1)), context);
    pool['idle'][0]!['worker'].emit('error', new Error('out of the blue'));
    await expect(pool.parse(rss(item(2)), context)).resolves.toMatchObject({ ok: true });
  });

  it('each come to nothing, and leave the pool as it was, where there is no thread to be had', async () => {
    const pool = poolOf();
    pool['thread'] = () => {
      throw new Error('EAGAIN');
    };
    const all = await Promise.all([1, 2, 3].map((n) => pool.parse(rss(item(n)), context)));
    for (const parsed of all)
      expect(parsed).toMatchObject({
        ok: false,
        error: expect.stringMatching(/^there is no thread .*EAGAIN$/),
      });
    expect(pool['busy'].size).toBe(0);
  });
});
