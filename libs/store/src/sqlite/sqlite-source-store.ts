import { SourceStore } from '#domain/ports/source-store.js';
import type { Source } from '#domain/source.js';
import type { Connection } from './connection.js';

export class SqliteSourceStore extends SourceStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async add(source: Source): Promise<boolean> {
    const sql = 'INSERT INTO source (id, outlet) VALUES (?, ?) ON CONFLICT DO NOTHING';
    return this.connection.run(sql, [source.id, JSON.stringify(source)]) === 1;
  }

  override async list(): Promise<Source[]> {
    const rows = this.connection.all<{ outlet: string }>('SELECT outlet FROM source ORDER BY id');
    return rows.map((row) => JSON.parse(row.outlet) as Source);
  }
}
