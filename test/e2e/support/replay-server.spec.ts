import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replayFolder, startReplayServer, type ReplayServer } from './replay-server.js';

const item = (link: string) =>
  `<item><title>About ${link}</title><link>https://paper.example/${link}?a=1&amp;b=2</link></item>`;
const linkOf = (name: string) => `https://paper.example/${name}?a=1&b=2`;

describe('the replay server on a small archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  /** Enough names per day that one in forty is among them. */
  const names = (day: number) => Array.from({ length: 60 }, (_, index) => `d${day}-${index}`);
  let replay: ReplayServer;

  beforeAll(() => {
    mkdirSync(join(folder, 'paper'));
    mkdirSync(join(folder, 'late-paper'));
    const document = (list: readonly string[]) =>
      `<rss><channel>${list.map(item).join('\n')}</channel></rss>`;
    for (let day = 1; day <= 5; day++) {
      writeFileSync(join(folder, 'paper', `2023-10-0${day}.xml`), document(names(day)));
    }
    writeFileSync(join(folder, 'late-paper', '2023-10-04.xml'), document(['late']));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const open: ReplayServer[] = [];
  const start = async (options: { outlets?: string[]; maxItems?: number; perturb?: boolean } = {}) => {
    const started = await startReplayServer({ folder, ...options });
    open.push(started);
    return started;
  };
  beforeEach(async () => void (replay = await start()));
  afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

  const read = async (outlet: string, etag = '') => {
    const answer = await fetch(`${replay.origin}/feeds/${outlet}.xml`, {
      headers: { 'if-none-match': etag },
    });
    const body = await answer.text();
    const links = [...body.matchAll(/<item>.*?<link>(.*?)<\/link>/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body, links };
  };

  it('shows the items of the last three captures, newest first', async () => {
    replay.setDay(3);
    const { links } = await read('paper');
    expect(links).toEqual([...names(4), ...names(3), ...names(2)].map(linkOf));
  });

  it('shows an empty feed before the first capture', async () => {
    expect((await read('late-paper')).links).toEqual([]);
    replay.setDay(4);
    expect((await read('late-paper')).links).toEqual([linkOf('late')]);
  });

  it('answers 304 while nothing has changed, and counts its answers', async () => {
    const { etag } = await read('paper');
    expect((await read('paper', etag)).status).toBe(304);
    replay.setDay(1);
    expect((await read('paper', etag)).status).toBe(200);
    expect(replay.requests()).toEqual({ paper: { 200: 2, 304: 1 } });
  });

  it('edits some headlines from the day after their own on, and knows which it has shown both ways', async () => {
    const first = await read('paper');
    expect(first.body).not.toContain('(updated)');
    expect(replay.edited(4)).toEqual(new Set());
    replay.setDay(1);
    const second = await read('paper');
    const edited = [...second.body.matchAll(/<title>About (.*?) \(updated\)<\/title>/g)].map(
      ([, name = '']) => linkOf(name),
    );
    expect(edited.length).toBeGreaterThan(0);
    expect(replay.edited(1)).toEqual(new Set(edited));
    expect(replay.edited(0)).toEqual(new Set());
    expect(replay.expectedItems(1).get(edited[0] as string)?.title).toContain(' (updated)');
  });

  it('does not count as edited what it has shown one way only', async () => {
    replay.setDay(1);
    await read('paper');
    expect(replay.edited(1)).toEqual(new Set());
  });

  it('edits nothing where it is told not to', async () => {
    const still = await start({ perturb: false });
    expect([...still.expectedItems(4).values()].filter(({ title }) => title.includes('(updated)'))).toEqual(
      [],
    );
  });

  it('knows every item up to a day', () => {
    expect(replay.links(1)).toEqual(new Set([...names(1), ...names(2)].map(linkOf)));
    expect(replay.links(4).size).toBe(5 * 60 + 1);
  });

  it('says when every feed of the day has been fetched', async () => {
    await read('paper');
    expect(await replay.allServed(0)).toBe(false);
    await read('late-paper');
    expect(await replay.allServed(0)).toBe(true);
    replay.setDay(1);
    expect(await replay.allServed(0)).toBe(false);
    expect(await replay.allServed(1)).toBe(false);
  });

  it('keeps as many items as it is told to, from all days', async () => {
    const thin = await start({ outlets: ['paper'], maxItems: 50 });
    const links = [...thin.links(4)];
    expect(links).toHaveLength(50);
    expect(new Set(links.map((link) => /d(\d)/.exec(link)?.[1])).size).toBe(5);
  });

  it('refuses a day that the archive does not have', () => {
    expect(() => replay.setDay(5)).toThrow(RangeError);
  });
});

const folder = replayFolder();
if (!folder)
  console.warn('LEFT OUT: ../shared/data/rss is absent, so the real feed documents are not replayed');

(folder ? describe : describe.skip)('the replay server on the real feed documents', () => {
  it('has some 25,000 items of thirteen outlets, each under a link of its own', async () => {
    const replay = await startReplayServer({ folder: folder as string });
    const { outlets, days } = replay;
    const links = replay.links(days.length - 1);
    await replay.close();
    expect(outlets).toHaveLength(13);
    expect([days[0], days.at(-1)]).toEqual(['2023-10-01', '2023-11-29']);
    expect(links.size).toBe(25_167);
  });
});
