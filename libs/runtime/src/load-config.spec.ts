import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from './env.js';
import { loadAlerts, loadConfig, loadSources } from './load-config.js';
import { loadTaxonomy } from './load-taxonomy.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'narrative-config-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const SOURCE = `sources:
  - id: post
    name: Sample Post
    country: PK
    bloc: pakistani
    language: en
    kind: press
    hosts: [post.example]
    feeds:
      - id: post-home
        url: https://post.example/feed
        verified: false
`;

describe('the configuration of the project', () => {
  const { register, taxonomy, alerting } = loadConfig(readEnv({}));

  it('names at least 45 outlets of every bloc, with their feeds', () => {
    expect(register.sources.length).toBeGreaterThanOrEqual(45);
    const blocs = new Set(register.sources.map(({ bloc }) => bloc));
    for (const bloc of [
      'pakistani',
      'afghan-independent',
      'taliban-run',
      'indian',
      'iranian',
      'gulf',
      'western',
      'international',
    ])
      expect(blocs).toContain(bloc);
    expect(register.sources.filter(({ kind }) => kind === 'social').length).toBeGreaterThanOrEqual(2);
    expect(register.sources.filter(({ kind }) => kind === 'think-tank').length).toBeGreaterThanOrEqual(2);
  });

  it('claims a check of a feed only with its date', () => {
    for (const feed of register.feeds)
      expect(feed.verified === false || !Number.isNaN(Date.parse(feed.verified))).toBe(true);
  });

  it('has every theme of the conference, with terms in four languages', () => {
    const ids = taxonomy.themes.map(({ id }) => id);
    for (const id of [
      'distrust',
      'ttp-cross-border',
      'four-p',
      'recognition',
      'local-narrative',
      'confidence-building',
    ])
      expect(ids).toContain(id);
    expect(ids).toHaveLength(20);
    for (const { terms } of taxonomy.themes)
      for (const words of Object.values(terms)) expect(words.length).toBeGreaterThan(0);
  });

  it('watches themes that exist', () => {
    expect(alerting.rules.length).toBeGreaterThan(0);
  });
});

describe('a mistake in a configuration file', () => {
  it('is named with file, line and column, and what would be right', () => {
    const file = write('bloc.yaml', SOURCE.replace('pakistani', 'pakistan'));
    expect(() => loadSources(file)).toThrow(
      `${file}:5:11: sources.0.bloc: Invalid option: expected one of "pakistani"`,
    );
  });

  it('of grammar is named with its place', () => {
    const file = write('grammar.yaml', 'sources:\n  - id: "post\n');
    expect(() => loadSources(file)).toThrow(new RegExp(`${file}:[23]:`));
  });

  it('may be a name that is unknown or used twice', () => {
    const twice = SOURCE + SOURCE.replace('sources:\n', '');
    expect(() => loadSources(write('twice.yaml', twice))).toThrow('the source id "post" is used twice');
    expect(() => loadSources(write('extra.yaml', SOURCE.replace('kind:', 'sort:')))).toThrow(
      'Unrecognized key: "sort"',
    );
  });

  it('may be a theme below itself or below one that is not there', () => {
    const theme = (id: string, parent: string): string =>
      `  - { id: ${id}, parent: ${parent}, title: T, definition: D, seed: 1, tone: contested, terms: { en: [], ur: [], ps: [], prs: [] } }\n`;
    const head = 'version: 1\nhistory: [{ version: 1, date: 2026-11-24, change: first }]\nthemes:\n';
    expect(() => loadTaxonomy(write('ring.yaml', head + theme('a', 'b') + theme('b', 'a')))).toThrow(
      'above itself',
    );
    expect(() => loadTaxonomy(write('orphan.yaml', head + theme('a', 'nowhere')))).toThrow(
      'there is no theme "nowhere"',
    );
  });

  it('may be a rule for a theme, zone or rule that is not there', () => {
    const { taxonomy } = loadConfig(readEnv({}));
    const file = write(
      'alerts.yaml',
      'rules:\n  - { id: a, themes: [everything], zone: Asia/Tokyo }\nsubscriptions: []\n',
    );
    expect(() => loadAlerts(file, taxonomy, ['UTC'])).toThrow(
      '2:23: rules.0.themes.0: there is no theme "everything"',
    );
    expect(() => loadAlerts(file, taxonomy, ['UTC'])).toThrow('there is no zone of ZONES "Asia/Tokyo"');
  });

  it('may be a term that nothing could match, or a value that needs quotes', () => {
    const head = 'version: 1\nhistory: [{ version: 1, date: 2026-11-24, change: first }]\nthemes:\n';
    const theme = (terms: string): string =>
      `${head}  - { id: a, title: T, definition: D, seed: 1, tone: contested, terms: { en: [${terms}], ur: [], ps: [], prs: [] } }\n`;
    expect(() => loadTaxonomy(write('wordless.yaml', theme("'!!'")))).toThrow(
      'the phrase "!!" has no word in it',
    );
    expect(() => loadTaxonomy(write('alias.yaml', theme('*important')))).toThrow('needs quotes');
    expect(() => loadTaxonomy(write('star.yaml', theme("'im*portant'")))).toThrow('does not end a word');
  });

  it('may be a condition of a term that is unknown, or a group that is not there', () => {
    const head = 'version: 1\nhistory: [{ version: 1, date: 2026-11-24, change: first }]\nthemes:\n';
    const theme = (terms: string): string =>
      `${head}  - { id: a, title: T, definition: D, seed: 1, tone: contested, terms: { en: [${terms}], ur: [], ps: [], prs: [] } }\n`;
    expect(() => loadTaxonomy(write('key.yaml', theme('{ any: [talks], naer: [peace] }')))).toThrow('"naer"');
    expect(() => loadTaxonomy(write('group.yaml', theme("{ any: [talks], near: ['@states'] }")))).toThrow(
      'there is no group "@states"',
    );
  });

  it('may be a file that is not there', () => {
    expect(() => loadSources(join(folder, 'none.yaml'))).toThrow('there is no such file');
  });
});

describe('settings', () => {
  it('name all that is wrong at once', () => {
    expect(() => readEnv({ RUN_MODE: 'cloud', PORT: 'high' })).toThrow(/RUN_MODE: embedded[^]*PORT:/);
  });

  it('of distributed mode are asked for by name', () => {
    expect(() => readEnv({ RUN_MODE: 'distributed' })).toThrow('distributed needs MONGODB_URI');
  });

  it('are refused where they would make every poll or every second fail', () => {
    expect(() => readEnv({ CONTACT: 'ادارہ' })).toThrow('CONTACT: a page or an address in plain ASCII');
    expect(() => readEnv({ SWEEP_INTERVAL_MS: '2592000000' })).toThrow('SWEEP_INTERVAL_MS: at most a day');
  });

  it('left empty count as not set', () => {
    expect(readEnv({ RUN_MODE: '', PORT: '' })).toMatchObject({ RUN_MODE: 'embedded', PORT: 3000 });
  });
});
