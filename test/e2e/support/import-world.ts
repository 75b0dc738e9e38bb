import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, runToEnd } from './server-process.js';

export type StoredRow = { url: string; title: string; sourceId: string; language: string | null };
export type RejectedLine = { record: number; reason: string; raw: string };

/** A folder with settings for an installation of its own, and what tests of imports do in it. */
export class ImportWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'narrative-import-'));
  readonly settings: Record<string, string>;

  constructor() {
    const source = {
      ...{ id: 'dawn', name: 'Dawn', country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' },
      ...{ hosts: ['dawn.test'], feeds: [{ id: 'dawn-home', url: 'https://dawn.test/feed' }] },
    };
    const sources = this.put('sources.yaml', JSON.stringify({ sources: [source] }));
    this.settings = { DATA_DIR: join(this.folder, 'data'), SOURCES_FILE: sources, PORT: '0' };
  }

  /** Writes a file and returns its path. */
  put(name: string, content: string | Buffer): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  cli(...args: string[]): Promise<Ended> {
    return runToEnd('cli', this.settings, args);
  }

  /** Imports to the end; the counts are records read, new articles, known ones and rejected records. */
  async imported(...args: string[]): Promise<number[]> {
    const ended = await this.cli('import', ...args);
    expect(ended).toMatchObject({ code: 0 });
    return countsOf(ended);
  }

  /** What an import says that cannot be done. */
  async failure(...args: string[]): Promise<string> {
    const ended = await this.cli('import', ...args);
    expect(ended.code).toBe(1);
    expect(ended.output).not.toMatch(/\n\s+at /);
    return ended.output;
  }

  /** Starts an import and does not wait for its end. */
  start(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'import', ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...this.settings },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (output += data.toString()));
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, output }));
    });
    return { child, ended };
  }

  /** The articles that are stored, in order of their addresses. */
  async stored(): Promise<StoredRow[]> {
    const { output } = await this.cli('export', '--pending');
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    const rows = lines.map((line) => JSON.parse(line) as StoredRow);
    return rows.sort((a, b) => (a.url < b.url ? -1 : 1));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The counts that an import prints at its end. */
export function countsOf({ output }: Ended): number[] {
  return ['Records read', 'New articles', 'Known already', 'Rejected'].map((what) =>
    Number(new RegExp(`${what} +([\\d,]+)`).exec(output)?.[1]?.replaceAll(',', '')),
  );
}

export function rejectedIn(file: string): RejectedLine[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RejectedLine);
}

/** A line of NDJSON about an article of February 2026. */
export function ndjsonLine(n: number, more: object = {}): string {
  return JSON.stringify({
    ...{ url: `https://www.dawn.test/${n}`, title: `Pakistan and Afghanistan talk, round ${n}` },
    ...{ publishedAt: `2026-02-0${1 + (n % 9)}T10:00:00Z`, language: 'en', ...more },
  });
}
