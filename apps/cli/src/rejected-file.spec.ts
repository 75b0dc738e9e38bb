import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OperatorError } from '#domain/errors.js';
import { RejectedFile, rejectedPath } from './rejected-file.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'narrative-rejected-'));
  path = join(folder, 'rejected.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = (record: number, raw = `record ${record}`) => ({ record, reason: 'no title', raw });
const records = (): unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { record: number }).record);

async function add(after: number, ...batches: number[][]): Promise<void> {
  const file = new RejectedFile(path, after);
  for (const batch of batches) await file.add(batch.map((record) => entry(record)));
  await file.close();
}

describe('the file of rejected records', () => {
  it('is made only where there is something to write', async () => {
    await add(0);
    expect(existsSync(path)).toBe(false);
  });

  it('has each record once where an import goes on that died before it noted how far it was', async () => {
    await add(0, [1, 5], [7, 9]);
    writeFileSync(path, '{"record":12,"reas', { flag: 'a' });
    await add(6, [7, 9], [12]);
    expect(records()).toEqual([1, 5, 7, 9, 12]);
  });

  it('begins anew with its import', async () => {
    await add(0, [1, 2, 3]);
    await add(0, [2]);
    expect(records()).toEqual([2]);
  });

  it('keeps lines whole that hold what some take for line ends', async () => {
    const file = new RejectedFile(path, 0);
    await file.add([entry(1, 'a\u2028b\u2029c\r\nd'), entry(2)]);
    await file.close();
    await add(2, [3]);
    expect(records()).toEqual([1, 2, 3]);
    expect(JSON.parse(readFileSync(path, 'utf8').split('\n')[0]!)).toMatchObject({
      raw: 'a\u2028b\u2029c\r\nd',
    });
  });

  it('is never written over a file of something else', async () => {
    writeFileSync(path, 'Dear all,\n');
    await expect(add(0, [1])).rejects.toThrow(OperatorError);
    await expect(add(5, [6])).rejects.toThrow(/holds something else/);
    expect(readFileSync(path, 'utf8')).toBe('Dear all,\n');
  });

  it('says what to do where it cannot be written', async () => {
    path = join(folder, 'nowhere', 'rejected.ndjson');
    await expect(add(0, [1])).rejects.toThrow(/cannot be written.*--rejected names another/);
  });

  it('lies beside what is imported, if nobody says otherwise', () => {
    expect(rejectedPath('/a/history.csv', undefined)).toBe('/a/history.csv.rejected.ndjson');
    expect(rejectedPath('/a/documents/', undefined)).toBe('/a/documents.rejected.ndjson');
    expect(rejectedPath('.', undefined)).toBe(`${resolve('.')}.rejected.ndjson`);
    expect(rejectedPath('-', undefined)).toBe(resolve('import.rejected.ndjson'));
    expect(rejectedPath('/a/history.csv', '/b/why')).toBe('/b/why');
  });
});
