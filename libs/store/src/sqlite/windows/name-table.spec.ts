import { Connection } from '../connection.js';
import { openDatabase } from '../database.js';
import { migrate } from '../migrate.js';
import { NameTable } from './name-table.js';

describe('the table of names', () => {
  let connection: Connection;
  beforeEach(async () => {
    connection = new Connection(await openDatabase(':memory:'));
    migrate(connection, 'test.db');
  });
  afterEach(() => connection.close());

  it('gives each name a number of its own, and always the same', () => {
    const names = new NameTable(connection);
    names.add(['en', 'اردو', 'en']);
    names.add(['اردو', 'ps']);
    const numbers = ['en', 'اردو', 'ps'].map((name) => names.numberOf(name));
    expect(new Set(numbers).size).toBe(3);
    expect(numbers.map((number) => names.nameOf(number))).toEqual(['en', 'اردو', 'ps']);
  });

  it('knows what another process added meanwhile', () => {
    const [ours, theirs] = [new NameTable(connection), new NameTable(connection)];
    ours.add(['en']);
    theirs.add(['ur', 'en']);
    expect(ours.nameOf(theirs.numberOf('ur'))).toBe('ur');
    ours.add(['ur']);
    expect(ours.numberOf('ur')).toBe(theirs.numberOf('ur'));
    expect(ours.numberOf('en')).toBe(theirs.numberOf('en'));
  });

  it('refuses what was never added', () => {
    const names = new NameTable(connection);
    expect(() => names.numberOf('none')).toThrow('the name none has no number');
    expect(() => names.nameOf(99)).toThrow('no name has the number 99');
  });
});
