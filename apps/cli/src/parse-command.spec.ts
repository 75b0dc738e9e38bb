import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentsOf } from './parse-command.js';
import { readManifest } from './read-manifest.js';

const folder = mkdtempSync(join(tmpdir(), 'narrative-manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = (...lines: unknown[]) => {
  const path = join(folder, 'm.ndjson');
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n\n'));
  return readManifest(path);
};

describe('the manifest of documents', () => {
  it('says line by line what is read, the same file twice where it came as two things', async () => {
    const lines = await manifest(
      { file: 'a.xml', contentType: 'text/xml' },
      { file: 'a.xml', contentType: 'text/html' },
    );
    expect(documentsOf([], lines, { base: 'https://a.example/' })).toEqual([
      { file: 'a.xml', contentType: 'text/xml', base: 'https://a.example/' },
      { file: 'a.xml', contentType: 'text/html', base: 'https://a.example/' },
    ]);
  });

  it('may say that type and address are not known, as if it said nothing', async () => {
    const lines = await manifest({ file: 'a.xml', contentType: null, base: null });
    expect(documentsOf([], lines, { contentType: 'text/xml' })).toEqual([
      { file: 'a.xml', contentType: 'text/xml', base: undefined },
    ]);
  });

  it('tells of a file that is named, however its path is written, in its last line for it', async () => {
    const lines = await manifest(
      { file: './x/../a.xml', contentType: 'text/xml' },
      { file: 'a.xml', base: 'https://b.example/' },
    );
    const absolute = join(process.cwd(), 'a.xml');
    expect(documentsOf([absolute, './a.xml', 'b.xml'], lines, { contentType: 'text/plain' })).toEqual([
      { file: absolute, contentType: 'text/plain', base: 'https://b.example/' },
      { file: './a.xml', contentType: 'text/plain', base: 'https://b.example/' },
      { file: 'b.xml', contentType: 'text/plain', base: undefined },
    ]);
  });

  it('is refused with the place where it is none, and in plain words where it is not there', async () => {
    await expect(manifest({ file: 'a.xml' }, { file: 7 })).rejects.toThrow('m.ndjson:3: a line is JSON like');
    await expect(readManifest(join(folder, 'none'))).rejects.toThrow(
      'cannot be read: there is no such file or folder.',
    );
  });
});
