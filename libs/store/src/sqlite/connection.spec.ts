import { Connection } from './connection.js';
import { openDatabase } from './database.js';

const NAMES = 'SELECT name FROM word ORDER BY name';

describe('a connection', () => {
  let connection: Connection;
  let refused: string | null;

  beforeEach(async () => {
    refused = null;
    connection = new Connection(await openDatabase(':memory:'), (sql) => {
      if (refused !== null && sql.startsWith(refused)) throw new Error(`died at ${sql}`);
    });
    connection.script('CREATE TABLE word (name TEXT PRIMARY KEY) STRICT');
  });

  afterEach(() => connection.close());

  const add = (name: string) => connection.run('INSERT INTO word (name) VALUES (?)', [name]);
  const names = () => connection.all<{ name: string }>(NAMES).map((row) => row.name);

  it('keeps all of a transaction', () => {
    expect(connection.atomic(() => add('one') + add('two'))).toBe(2);
    expect(names()).toEqual(['one', 'two']);
  });

  it('keeps nothing of a transaction that throws, and goes on after it', () => {
    const broken = () =>
      connection.atomic(() => {
        add('one');
        throw new Error('broke');
      });
    expect(broken).toThrow('broke');
    expect(names()).toEqual([]);
    connection.atomic(() => add('two'));
    expect(names()).toEqual(['two']);
  });

  it('makes a transaction within another a part of it', () => {
    const broken = () =>
      connection.atomic(() => {
        connection.atomic(() => add('inner'));
        throw new Error('broke');
      });
    expect(broken).toThrow('broke');
    expect(names()).toEqual([]);
  });

  it.each(['BEGIN', 'INSERT', 'COMMIT'])('keeps nothing where it dies at %s', (statement) => {
    refused = statement;
    expect(() => connection.atomic(() => add('one'))).toThrow('died at');
    refused = null;
    expect(names()).toEqual([]);
    connection.atomic(() => add('two'));
    expect(names()).toEqual(['two']);
  });

  it('takes values by name as well as by place', () => {
    connection.run('INSERT INTO word (name) VALUES (:name)', { name: 'میز' });
    expect(connection.get('SELECT name FROM word WHERE name = :name', { name: 'میز' })).toEqual({
      name: 'میز',
    });
    expect(connection.get('SELECT name FROM word WHERE name = ?', ['none'])).toBeUndefined();
  });
});
