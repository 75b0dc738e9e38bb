import fc from 'fast-check';
import iconv from 'iconv-lite';
import { lineCodingOf } from './line-coding.js';
import { MAX_LINE_BYTES, readLines, type Line } from './read-lines.js';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Buffer, size = 65_536, encoding: string | null = null): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const part of readLines(cut(bytes, size), lineCodingOf(bytes.subarray(0, 65_536), encoding)))
    lines.push(...part);
  return lines;
}

const textsOf = async (...given: Parameters<typeof linesOf>) =>
  (await linesOf(...given)).map(({ text }) => text);

const URDU = 'url,title\nhttps://x.test/1,طورخم سرحد پر مذاکرات دوبارہ شروع ہو گئے ہیں';
const ARABIC = 'url,title\nhttps://x.test/1,محادثات على الحدود بين باكستان وأفغانستان';

describe('the lines of a file', () => {
  it('are the same however the file is cut into chunks, in every encoding', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', ' ', 'é', 'ہ', 'پ', '😀', '਀', 'Ċ') });
    const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        encoding,
        fc.integer({ min: 1, max: 40 }),
        async (texts, name, size) => {
          const bytes = iconv.encode(texts.map((text) => `${text}\n`).join(''), name);
          expect(await textsOf(bytes, size, name)).toEqual(texts);
        },
      ),
    );
  });

  it('end with a line feed, with or without a carriage return, or on old machines with that alone', async () => {
    expect(await textsOf(Buffer.from('a\r\nb\nc'))).toEqual(['a', 'b', 'c']);
    expect(await textsOf(Buffer.from('a\rb\rc\r'))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['windows-1256, as spreadsheets of the region save it', iconv.encode(ARABIC, 'windows-1256'), ARABIC],
    ['windows-1252', iconv.encode('title\nCafé “Kabul”', 'windows-1252'), 'title\nCafé “Kabul”'],
    [
      'UTF-16 with its mark, as spreadsheets save text',
      iconv.encode(URDU, 'utf-16le', { addBOM: true }),
      URDU,
    ],
    ['UTF-16 the other way round', iconv.encode(URDU, 'utf-16be', { addBOM: true }), URDU],
    ['UTF-16 without a mark', iconv.encode(URDU, 'utf-16le'), URDU],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${URDU}`), URDU],
  ])('are read from %s', async (_name, bytes, text) => {
    expect(await textsOf(bytes)).toEqual(text.split('\n'));
  });

  it('are read each by itself where a file was put together from several', async () => {
    const files = [iconv.encode(`${ARABIC}\n`, 'windows-1256'), Buffer.from(`\ufeff${URDU}\n`)];
    expect(await textsOf(Buffer.concat(files))).toEqual([...ARABIC.split('\n'), ...URDU.split('\n')]);
    const english = Buffer.from(`${'plain English\n'.repeat(10_000)}`);
    const last = await textsOf(Buffer.concat([english, iconv.encode(ARABIC, 'windows-1256')]));
    expect(last.slice(-2)).toEqual(ARABIC.split('\n'));
  });

  it('are read in the encoding that is named', async () => {
    expect(await textsOf(iconv.encode('título', 'ibm850'), 100, 'ibm850')).toEqual(['título']);
  });

  it('cost no memory where one never ends, and go on after it', async () => {
    const bytes = Buffer.concat([Buffer.alloc(3 * MAX_LINE_BYTES, 'x'), Buffer.from('\nnext')]);
    const [long, next] = await linesOf(bytes);
    expect(long!.isCut).toBe(true);
    expect(long!.text.length).toBeLessThan(100_000);
    expect(next).toEqual({ text: 'next', isCut: false });
  });
});
