import { VersionStore, type AnalysisIdentity } from '#domain/ports/version-store.js';
import type { Connection } from './connection.js';

export class SqliteVersionStore extends VersionStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async register(identity: AnalysisIdentity, promote: boolean): Promise<number> {
    return this.connection.atomic(() => {
      const newest = this.highest();
      const known = this.numberOf(identity);
      if (known !== null && (known === newest || !promote)) return known;
      this.connection.run('INSERT INTO analysis_version (number, code, taxonomy) VALUES (?, ?, ?)', [
        newest + 1,
        identity.code,
        identity.taxonomy,
      ]);
      return newest + 1;
    });
  }

  override async newest(): Promise<number> {
    return this.highest();
  }

  private highest(): number {
    const sql = 'SELECT max(number) AS number FROM analysis_version';
    return this.connection.get<{ number: number | null }>(sql)?.number ?? 0;
  }

  private numberOf({ code, taxonomy }: AnalysisIdentity): number | null {
    const sql = 'SELECT max(number) AS number FROM analysis_version WHERE code = ? AND taxonomy = ?';
    return this.connection.get<{ number: number | null }>(sql, [code, taxonomy])?.number ?? null;
  }
}
