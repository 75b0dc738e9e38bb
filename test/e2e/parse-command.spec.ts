import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedBody, item } from './support/feed-desk.js';
import { runToEnd } from './support/server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'narrative-parse-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('feed documents on the command line', () => {
  it('are read whatever the other settings are, the same file twice where the manifest says so', async () => {
    const [file, manifest] = [join(folder, 'doc.xml'), join(folder, 'm.ndjson')];
    writeFileSync(file, feedBody(item('/1', 'One')).body);
    const lines = [
      { file, contentType: null, base: 'https://a.test/' },
      { file, base: 'https://b.test/' },
    ];
    writeFileSync(manifest, lines.map((line) => JSON.stringify(line)).join('\n'));
    const parse = (...args: string[]) =>
      runToEnd('cli', { RUN_MODE: 'distributed', PORT: 'none' }, ['parse', '--manifest', manifest, ...args]);
    const urlsOf = ({ output }: { output: string }) =>
      output
        .trim()
        .split('\n')
        .map((line) => {
          const read = JSON.parse(line) as { file: string; items: { url: string }[] };
          return `${read.file} ${read.items[0]?.url}`;
        });
    expect(urlsOf(await parse())).toEqual([`${file} https://a.test/1`, `${file} https://b.test/1`]);
    const spelt = join(folder, '.', 'x', '..', 'doc.xml').replace('doc.xml', './doc.xml');
    expect(urlsOf(await parse(spelt))).toEqual([`${spelt} https://b.test/1`]);
    const missing = await runToEnd('cli', {}, ['parse', join(folder, 'none.xml')]);
    expect([missing.code, JSON.parse(missing.output)]).toMatchObject([
      0,
      { ok: false, error: 'it cannot be read: there is no such file or folder' },
    ]);
  });
});
