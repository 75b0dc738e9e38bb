import { OperatorError } from '#domain/errors.js';
import { Connection } from './connection.js';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { articlePage } from './articles/article-page.js';

describe('the migrations of a file', () => {
  let connection: Connection;
  beforeEach(async () => {
    connection = new Connection(await openDatabase(':memory:'));
  });
  afterEach(() => connection.close());

  const version = () => connection.get<{ user_version: number }>('PRAGMA user_version')?.user_version;
  const tables = () =>
    connection.all<{ name: string }>('SELECT name FROM sqlite_schema ORDER BY name').map((row) => row.name);

  it('bring an empty file to the newest schema', () => {
    migrate(connection, 'test.db');
    expect(version()).toBe(MIGRATIONS.length);
    expect(tables()).toEqual(expect.arrayContaining(['article', 'article_theme', 'article_search']));
  });

  it('change nothing in a file of the newest schema', () => {
    migrate(connection, 'test.db');
    const before = tables();
    migrate(connection, 'test.db');
    expect(tables()).toEqual(before);
    expect(version()).toBe(MIGRATIONS.length);
  });

  it('take a file of the first schema with them, rows and all', () => {
    migrate(connection, 'test.db', MIGRATIONS.slice(0, 1));
    expect(version()).toBe(1);
    for (const id of ['one', 'two']) insertAtFirstSchema(connection, id);
    migrate(connection, 'test.db');
    const find = (query: { terms?: string[]; themes?: string[] }) =>
      articlePage(connection, { ...query, limit: 5 }).articles.map((article) => article.id);
    expect(find({ terms: ['سرحد', 'two'] })).toEqual(['two']);
    expect(find({ themes: ['border'] })).toEqual(['two', 'one']);
    expect(find({ themes: ['trade'], terms: ['one'] })).toEqual(['one']);
  });

  it('leave a file as it was where one of them fails', () => {
    const broken = [...MIGRATIONS, 'CREATE TABLE extra (n INTEGER) STRICT; CREATE TABLE article (n INTEGER)'];
    expect(() => migrate(connection, 'test.db', broken)).toThrow('already exists');
    expect(version()).toBe(MIGRATIONS.length);
    expect(tables()).not.toContain('extra');
  });

  it('refuse a file of a newer version and say so', () => {
    migrate(connection, 'test.db', [...MIGRATIONS, 'CREATE TABLE later (n INTEGER) STRICT']);
    expect(() => migrate(connection, 'test.db')).toThrow(OperatorError);
    expect(() => migrate(connection, 'test.db')).toThrow(
      `written by a newer version: test.db has schema ${MIGRATIONS.length + 1}`,
    );
  });

  it('refuse the database of another program and leave it alone', () => {
    connection.script('CREATE TABLE theirs (n INTEGER)');
    expect(() => migrate(connection, 'test.db')).toThrow(OperatorError);
    expect(tables()).toEqual(['theirs']);
  });
});

function insertAtFirstSchema(connection: Connection, id: string): void {
  connection.run(
    `INSERT INTO article (id, url_key, source_id, language, window_at, about, themes, revision, settled_version,
      attempts, seq, signature, analysis_version, analysis_revision)
    VALUES (:id, :id, 's', 'ur', 5, 'both', '["border","trade"]', 1, 1, 0, 0, '[]', 1, 1)`,
    { id },
  );
  connection.run(
    `INSERT INTO article_text (n, url, title, summary, first_seen_at, history, seen_in, terms)
    VALUES ((SELECT n FROM article WHERE id = :id), :id, 'T', 'S', 5, '[]', '[]', :terms)`,
    { id, terms: JSON.stringify(['سرحد', id]) },
  );
}
