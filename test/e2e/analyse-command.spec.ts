import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { scratchFiles } from '../support/scratch-files.js';

const { fileOf, pathOf } = scratchFiles('analyse');

/** A taxonomy of one theme; what is JSON is YAML too. */
const taxonomyOf = (...en: string[]) => {
  const theme = { id: 'roads', title: 'Roads', definition: 'Roads.', seed: 1, tone: 'contested' };
  const history = [{ version: 1, date: '2025-01-01', change: 'First.' }];
  return JSON.stringify({
    version: 1,
    history,
    themes: [{ ...theme, terms: { en, ur: [], ps: [], prs: [] } }],
  });
};

function start(...args: string[]) {
  // The settings of a store that is not there: a text needs none.
  const env = { PATH: process.env['PATH'] ?? '', RUN_MODE: 'distributed', PORT: 'none' };
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'analyse', ...args], { env });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  return { child, ended };
}

async function run(input: string, ...args: string[]) {
  const { child, ended } = start(...args);
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stdin.end(input);
  const { code, errors } = await ended;
  const lines = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, errors, lines };
}

const lineOf = (id: string, title: string, more = {}) => `${JSON.stringify({ id, title, ...more })}\n`;

describe('texts analysed on the command line', () => {
  it('are answered as scripts expect, in order, whatever the settings of the store are', async () => {
    const title = 'Pakistan and Afghanistan agree to reopen Torkham border crossing';
    const { code, errors, lines } = await run(
      lineOf('a', title) +
        lineOf('b', 'رویترز از مرز', { source: 'isna.ir' }) +
        lineOf('c', 'طورخم', { language: 'ur', source: 'nobody.example' }),
    );
    expect([code, errors]).toEqual([0, '']);
    expect(lines.map(({ id, language }) => [id, language])).toEqual([
      ['a', 'en'],
      ['b', 'fa'],
      ['c', 'ur'],
    ]);
    const [first] = lines as { themes: { evidence: { term: string; start: number; end: number }[] }[] }[];
    expect(Object.keys(first!)).toEqual(['id', 'language', 'relevance', 'themes', 'sentiment']);
    expect(first).toMatchObject({ relevance: { about: 'both' } });
    const evidence = first!.themes.flatMap((theme) => theme.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { term, start, end } of evidence) expect(title.slice(start, end)).toBe(term);
  });

  it('are answered one by one as they come', async () => {
    const { child, ended } = start();
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(lineOf(id, 'Torkham'));
      const { value } = (await answers.next()) as { value: string };
      expect(JSON.parse(value)).toMatchObject({ id });
    }
    child.stdin.end();
    expect(await ended).toEqual({ code: 0, errors: '' });
  });

  it('lose no line that is wrong: its error stands in its place, and the end says so', async () => {
    const [one, two] = ['one', 'two'].map((name) => fileOf(name, `\n{"id":"${name}"}\n${lineOf('x', 'T')}`));
    const { code, errors, lines } = await run(`no\n`, one!, '-', two!);
    const error = 'title: expected a string';
    expect(lines).toMatchObject([
      { id: 'one', line: 2, error, file: one },
      { id: 'x' },
      { id: null, line: 1, error: 'this is no JSON' },
      { id: 'two', line: 2, error, file: two },
      { id: 'x' },
    ]);
    expect(code).toBe(1);
    expect(errors).toContain('3 lines could not be analysed');
  });

  it('end quietly with a reader that has seen enough', async () => {
    const { child, ended } = start();
    child.stdin.on('error', () => undefined);
    child.stdin.write(lineOf('a', 'Torkham').repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await ended).toEqual({ code: 0, errors: '' });
  });

  it('say what a change of the taxonomy does', async () => {
    const older = fileOf('older.yaml', taxonomyOf('zebra'));
    const newer = fileOf('newer.yaml', taxonomyOf('zebra', 'crossing in Kabul'));
    const texts = lineOf('a', 'A zebra') + lineOf('b', 'A crossing in Kabul');
    const same = await run(texts, '--themes', older, '--diff', older);
    expect([same.code, same.lines]).toEqual([0, []]);
    const { code, errors, lines } = await run(texts, '--themes', newer, '--diff', older);
    const evidence = [{ term: 'crossing in Kabul', field: 'title', start: 2, end: 19 }];
    expect(lines).toMatchObject([
      {
        id: 'b',
        line: 2,
        title: 'A crossing in Kabul',
        gained: [{ id: 'roads', evidence }],
        lost: [],
      },
    ]);
    expect(code).toBe(0);
    expect(errors).toMatch(/^roads +1 +2 +\+1 +0$/m);
    expect(errors).toContain('1 of 2 texts have other themes than before.');
  });

  it('are not begun with a file or taxonomy that cannot be read', async () => {
    expect(await run('', pathOf('none'))).toMatchObject({
      code: 1,
      errors: `${pathOf('none')} cannot be read: there is no such file or folder.\n`,
    });
    expect((await run('', '--themes', fileOf('bad.yaml', 'themes: []'))).errors).toContain('bad.yaml:1:');
  });
});
