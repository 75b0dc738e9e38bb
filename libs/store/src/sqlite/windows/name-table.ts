import type { Connection } from '../connection.js';

/** Numbers for names, the same for ever. Learnt names are kept in memory. */
export class NameTable {
  private readonly numbers = new Map<string, number>();
  private readonly names = new Map<number, string>();

  constructor(private readonly connection: Connection) {}

  /**
   * Gives a number to each name that has none. Call it outside a transaction: what is kept in memory must not be
   * rolled back in the file.
   */
  add(names: Iterable<string>): void {
    const missing = [...new Set(names)].filter((name) => !this.numbers.has(name));
    if (missing.length === 0) return;
    this.connection.atomic(() => {
      for (const name of missing) this.connection.run('INSERT OR IGNORE INTO name (name) VALUES (?)', [name]);
    });
    for (const name of missing) this.learn('WHERE name = ?', name);
  }

  /** Throws for a name that was not added. */
  numberOf(name: string): number {
    const number = this.numbers.get(name) ?? this.learn('WHERE name = ?', name)?.n;
    if (number === undefined) throw new Error(`the name ${name} has no number`);
    return number;
  }

  /** Throws for a number that was never given. */
  nameOf(number: number): string {
    const name = this.names.get(number) ?? this.learn('WHERE n = ?', number)?.name;
    if (name === undefined) throw new Error(`no name has the number ${number}`);
    return name;
  }

  private learn(where: string, value: string | number): { n: number; name: string } | undefined {
    const row = this.connection.get<{ n: number; name: string }>(`SELECT n, name FROM name ${where}`, [
      value,
    ]);
    if (row) {
      this.numbers.set(row.name, row.n);
      this.names.set(row.n, row.name);
    }
    return row;
  }
}
