import type { Connection } from 'mongoose';

export type IndexSpec = {
  key: Record<string, 1 | -1>;
  unique?: true;
  /** Documents without the field are not in the index. */
  sparse?: true;
};

/** Every index but `_id`, by collection. A query that none of them serves is a bug; the contract tests check it. */
export const INDEXES: Record<string, IndexSpec[]> = {
  articles: [
    { key: { urlKey: 1 }, unique: true },
    { key: { keyVersion: 1, _id: 1 } },
    { key: { mergedInto: 1 }, sparse: true },
    { key: { settledVersion: 1, windowAt: -1, _id: -1 } },
    { key: { 'work.quarantinedVersion': 1 } },
    { key: { windowAt: -1, _id: -1 } },
    { key: { sourceId: 1, windowAt: -1, _id: -1 } },
    { key: { 'counted.themes': 1, windowAt: -1, _id: -1 } },
    { key: { corrected: 1, windowAt: -1, _id: -1 } },
    { key: { terms: 1, windowAt: -1, _id: -1 } },
    { key: { 'story.storyId': 1, windowAt: -1, _id: -1 } },
    { key: { 'analysis.signature': 1, windowAt: 1 } },
  ],
  htmls: [],
  feeds: [
    { key: { status: 1, nextPollAt: 1, _id: 1 } },
    { key: { addedUrl: 1 }, unique: true, sparse: true },
  ],
  hosts: [],
  fetches: [{ key: { feedId: 1, at: -1, _id: -1 } }, { key: { at: 1 } }],
  windows: [
    { key: { rollDue: 1, end: 1, _id: 1 } },
    { key: { evaluateDue: 1, end: 1, _id: 1 } },
    { key: { granularity: 1, end: 1, _id: 1 } },
    { key: { granularity: 1, zone: 1, start: 1 } },
  ],
  records: [
    { key: { granularity: 1, zone: 1, theme: 1, about: 1, start: 1 } },
    { key: { windowId: 1, mark: 1 } },
  ],
  alerts: [
    { key: { openKey: 1 }, unique: true, sparse: true },
    { key: { openedAt: -1, _id: -1 } },
    { key: { status: 1, openedAt: -1, _id: -1 } },
    { key: { series: 1, openedAt: -1, _id: -1 } },
  ],
  deliveries: [{ key: { status: 1, nextAttemptAt: 1, _id: 1 } }],
  coverage: [{ key: { day: 1, sourceId: 1 } }],
  sources: [],
  imports: [],
  versions: [{ key: { code: 1, taxonomy: 1, _id: -1 } }],
};

/** Creates what is missing; costs nothing where all are there. */
export async function createIndexes(connection: Connection): Promise<void> {
  for (const [collection, specs] of Object.entries(INDEXES)) {
    if (specs.length > 0) await connection.collection(collection).createIndexes(specs);
  }
}
