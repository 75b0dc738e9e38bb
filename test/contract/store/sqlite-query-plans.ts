import { openDatabase } from '#store/sqlite/database.js';

/** Walks that do not grow with the articles, each with the reason why it may stay. */
const ALLOWED: { step: RegExp; because: string }[] = [
  {
    step: /^SCAN json_each VIRTUAL TABLE|^SCAN \w+ VIRTUAL TABLE INDEX 1:$/,
    because: 'a list given as a parameter',
  },
  { step: /^SCAN article_search VIRTUAL TABLE INDEX \d+:M/, because: 'the index of terms, asked with MATCH' },
  { step: /^SCAN article_search VIRTUAL TABLE INDEX 0:=$/, because: 'one article of it, by its number' },
  { step: /^SCAN feed( |$)/, because: 'feeds are as many as the configuration names' },
  { step: /^SCAN source( |$)/, because: 'sources are as many as people added' },
  {
    step: /^SCAN window USING (COVERING )?INDEX window_outstanding/,
    because: 'holds only windows with work left',
  },
  { step: /^SCAN alert USING (COVERING )?INDEX alert_open$/, because: 'holds only alerts that are open' },
  { step: /^SCAN CONSTANT ROW/, because: 'reads no table' },
  { step: /^SCAN sqlite_(schema|master)/, because: 'as long as the schema, once at boot' },
];

/** The steps of a statement's plan that walk a whole table or index and are not on the list above. */
export type Walk = { sql: string; step: string };

/** Asks SQLite how it would run each statement on the schema of `file`. */
export async function walksOf(statements: Iterable<string>, file: string): Promise<Walk[]> {
  const database = await openDatabase(file);
  try {
    return [...statements].filter(hasPlan).flatMap((sql) =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map((row) => row.detail)
        .filter((step) => step.startsWith('SCAN') && !ALLOWED.some((allowed) => allowed.step.test(step)))
        .map((step) => ({ sql, step })),
    );
  } finally {
    database.close();
  }
}

function hasPlan(sql: string): boolean {
  return /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(sql);
}
