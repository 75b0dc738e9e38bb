import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '#domain/ports/stores.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';

/** SQLite stores in a folder of their own, for specs that need real ones. */
export class ScratchStores {
  private readonly folder = mkdtempSync(join(tmpdir(), 'narrative-scratch-'));
  private readonly opened: Stores[] = [];
  private files = 0;

  /** A name for a file that nobody has opened yet. */
  newFile(): string {
    return join(this.folder, `${this.files++}.db`);
  }

  /** Opens a file. `onStatement` is told of each statement from then on, and ends it by throwing. */
  async open(file = this.newFile(), onStatement: (sql: string) => void = () => undefined): Promise<Stores> {
    let isOpen = false;
    const stores = await openSqlite({ file, onStatement: (sql) => isOpen && onStatement(sql) });
    isOpen = true;
    this.opened.push(stores);
    return stores;
  }

  /** Closes what is open. */
  async close(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((stores) => stores.close()));
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true });
  }
}
