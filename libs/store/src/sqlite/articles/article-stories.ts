import type { Membership, StoryNode } from '#domain/article.js';
import type { Connection } from '../connection.js';
import { IN_LIST, dateOf, list, listed, msOf } from '../sql.js';

type NodeRow = {
  id: string;
  window_at: number;
  signature: string;
  title: string;
  summary: string;
  story_id: string | null;
  origin: number | null;
  analysis_version: number;
  analysis_revision: number;
  corrections: number;
};

const NODES = `
SELECT a.id, a.window_at, a.signature, t.title, t.summary, a.story_id, a.origin, a.analysis_version, a.analysis_revision,
  a.corrections
FROM article a JOIN article_text t ON t.n = a.n WHERE a.analysis_version IS NOT NULL AND`;

/** Each key is one range of the table; the outer query finds an article once though several keys lead to it. */
const NEIGHBOURS = `${NODES} a.n IN (
  SELECT s.n FROM json_each(:keys) k
  CROSS JOIN article_signature s ON s.key = k.value AND s.window_at BETWEEN :from AND :to)`;

/** Changes nothing where all is so already, as after a redo. */
const JOIN = `
UPDATE article SET story_id = :storyId, origin = :origin, settled_version = 0
WHERE id = :id AND merged_into IS NULL AND (story_id IS NOT :storyId OR origin IS NOT :origin OR settled_version > 0)`;

export function storyNodes(connection: Connection, ids: string[]): StoryNode[] {
  const sql = `${NODES} a.id ${IN_LIST}`;
  return connection.all<NodeRow>(sql, [list(ids)]).map(toNode);
}

export function storyNeighbours(connection: Connection, keys: string[], from: Date, to: Date): StoryNode[] {
  const params = { keys: list(keys), from: msOf(from), to: msOf(to) };
  return connection.all<NodeRow>(NEIGHBOURS, params).map(toNode);
}

export function storyMembers(connection: Connection, storyIds: string[]): StoryNode[] {
  const sql = `${NODES} a.story_id ${IN_LIST}`;
  return connection.all<NodeRow>(sql, [list(storyIds)]).map(toNode);
}

export function joinStories(connection: Connection, memberships: (Membership & { id: string })[]): void {
  connection.atomic(() => {
    for (const { id, storyId, origin } of memberships)
      connection.run(JOIN, { id, storyId, origin: Number(origin) });
  });
}

function toNode(row: NodeRow): StoryNode {
  return {
    id: row.id,
    windowAt: dateOf(row.window_at),
    signature: listed(row.signature),
    title: row.title,
    summary: row.summary,
    story: row.story_id === null ? null : { storyId: row.story_id, origin: row.origin === 1 },
    version: row.analysis_version,
    revision: row.analysis_revision,
    ...(row.corrections > 0 && { corrections: row.corrections }),
  };
}
