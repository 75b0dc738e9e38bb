import { OperatorError } from '#domain/errors.js';
import { type ImportAsk, readImportAsk } from './read-import-ask.js';

const asked = (over: Partial<ImportAsk> = {}) =>
  readImportAsk({ path: 'history.csv', preset: 'plain', header: true, again: false, ...over });

describe('what a person says of a file of history', () => {
  it.each([
    ['history.ndjson', 'ndjson'],
    ['HISTORY.JSONL.GZ', 'ndjson'],
    ['articles.json', 'ndjson'],
    ['2024.01.csv', 'csv'],
    ['export.csv.gz', 'csv'],
    ['export.tsv', 'tsv'],
    ['unicode.txt', 'tsv'],
  ])('leaves the format of %s to its name', (path, format) => {
    expect(asked({ path }).format).toBe(format);
  });

  it('goes before the name; of the knowledge graph the preset does', () => {
    expect(asked({ format: 'ndjson' }).format).toBe('ndjson');
    expect(asked({ path: '20260202.gkg.csv', preset: 'gdelt-gkg' }).format).toBe('tsv');
  });

  it('maps columns by hand, and leaves the others as they are', () => {
    const { preset, mapped } = asked({ map: 'title = headline, publishedAt=date=posted' });
    expect(preset.columns).toMatchObject({ title: ['headline'], publishedAt: ['date=posted'], url: ['url'] });
    expect(mapped).toEqual(['title', 'publishedAt']);
  });

  it.each([
    [{ map: 'headline' }, /--map cannot be read at/],
    [{ map: 'heading=title' }, /The fields are url, title,/],
    [{ map: 'title=' }, /write it like title=headline/],
    [{ preset: 'mediacloud' }, /choose of plain, media-cloud, gdelt, gdelt-gkg/],
    [{ preset: 'constructor' }, /There is no preset/],
    [{ format: 'xlsx' }, /choose of ndjson, csv, tsv/],
    [{ encoding: 'klingon' }, /There is no encoding "klingon"/],
    [{ path: 'archive.dat' }, /say --format/],
    [{ path: '-' }, /The format of standard input is not clear/],
  ] as const)('is refused with what would be right: %j', (over, message) => {
    expect(() => asked(over)).toThrow(OperatorError);
    expect(() => asked(over)).toThrow(message);
  });

  it('names encodings by any of their labels', () => {
    expect(asked({ encoding: 'CP1256' }).encoding).toBe('windows-1256');
  });
});
