import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { readTextAsks } from './read-text-asks.js';

const source = (id: string, name: string, language: string, host: string) =>
  sourceSchema.parse({
    ...{ id, name, language, country: 'AF', bloc: 'afghan-independent', kind: 'press', hosts: [host] },
    feeds: [{ id: `${id}-home`, url: `https://${host}/feed` }],
  });
const register = new SourceRegister([
  source('pajhwok', 'Pajhwok Afghan News', 'prs', 'pajhwok.com'),
  source('azadi', 'Azadi', 'mixed', 'azadi.example'),
]);

async function* chunksOf(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}
async function asksOf(...chunks: string[]) {
  const asked = [];
  for await (const one of readTextAsks(chunksOf(...chunks), register)) asked.push(one);
  return asked;
}
const askOf = async (value: unknown) => (await asksOf(JSON.stringify(value)))[0]!.ask;
const errorOf = async (line: string) => (await asksOf(line))[0]!.ask;

describe('lines that ask for an analysis', () => {
  it('need a title only; what is left out or null is not known', async () => {
    const nothing = { id: null, summary: '', language: null, sourceLanguage: null };
    expect(await askOf({ title: 'T' })).toEqual({ ...nothing, title: 'T' });
    const nulls = { id: null, summary: null, language: null, source: null };
    expect(await askOf({ title: '', ...nulls, date: '2024-01-01' })).toEqual({ ...nothing, title: '' });
  });

  it('keep their ids as they are, texts and numbers', async () => {
    expect(await askOf({ id: '007', title: 'T' })).toMatchObject({ id: '007' });
    expect(await askOf({ id: 7, title: 'T' })).toMatchObject({ id: 7 });
  });

  it.each([
    ['its id', 'pajhwok', 'prs'],
    ['its name', 'pajhwok afghan news', 'prs'],
    ['its host, or one below it', 'ps.pajhwok.com', 'prs'],
    ['an address', 'https://pajhwok.com/a?b=1', 'prs'],
    ['an address without a scheme', 'pajhwok.com/feed/', 'prs'],
    ['a source of several languages', 'azadi', 'mixed'],
    ['nobody known, which is no error', 'nobody.example', null],
    ['nobody', '', null],
  ])('take the language of the source from %s', async (_what, given, sourceLanguage) => {
    expect(await askOf({ title: 'T', source: given })).toMatchObject({ sourceLanguage });
  });

  it('may be articles of an export', async () => {
    const article = { id: 'a1', title: 'T', language: null, sourceId: 'pajhwok', urlKey: 'pajhwok.com/1' };
    expect(await askOf(article)).toMatchObject({ id: 'a1', sourceLanguage: 'prs' });
  });

  it('are counted with the empty ones, wherever the chunks were cut', async () => {
    const lines = '\ufeff{"title":"ا"}\r\n\n  \n{"title":"b"}';
    const whole = await asksOf(lines);
    expect(whole.map(({ line, ask }) => [line, 'title' in ask && ask.title])).toEqual([
      [1, 'ا'],
      [4, 'b'],
    ]);
    expect(await asksOf(...[...lines].map((letter) => letter))).toEqual(whole);
  });

  it('are read as soon as they have ended', async () => {
    let given = 0;
    async function* oneByOne(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.from(`{"title":"${++given}"}\n`);
    }
    for await (const { line } of readTextAsks(oneByOne(), register)) {
      expect(given).toBe(line);
      if (line === 3) break;
    }
  });

  it.each([
    ['{"id":"a"', { id: null, error: 'this is no JSON' }],
    ['["a"]', { id: null, error: 'expected an object like {"title":"…"}' }],
    ['{"id":"a","title":null}', { id: 'a', error: 'title: expected a string' }],
    ['{"id":5,"title":"T","source":3}', { id: 5, error: 'source: expected a string, like dawn or dawn.com' }],
    ['{"id":{},"title":"T"}', { id: null, error: 'id: expected a string or a number' }],
    [
      '{"id":9007199254740993,"title":"T"}',
      { id: null, error: 'id: a number this long has to stand in quotes' },
    ],
  ])('say what is wrong with %s', async (line, ask) => expect(await errorOf(line)).toEqual(ask));

  it('cost little where one never ends', async () => {
    const [long, next] = await asksOf('x'.repeat(5_000_000), '\n{"title":"T"}');
    expect(long).toEqual({ line: 1, ask: { id: null, error: 'the line is longer than 4 MB' } });
    expect(next).toMatchObject({ line: 2, ask: { title: 'T' } });
  });
});
