import type { QueryFilter } from 'mongoose';
import type { Membership, StoryNode } from '#domain/article.js';
import {
  type ArticleDocument,
  NO_DOUBLE,
  NODE_PROJECTION,
  type NodeRow,
  toNode,
} from './article-document.js';
import { writeOnce } from '../bulk.js';
import type { Models } from '../models.js';

type Articles = Models['articles'];

export async function nodesWhere(
  articles: Articles,
  filter: QueryFilter<ArticleDocument>,
): Promise<StoryNode[]> {
  return (await articles.find(filter, NODE_PROJECTION).lean<NodeRow[]>()).flatMap(toNode);
}

export async function joinStories(
  articles: Articles,
  memberships: (Membership & { id: string })[],
): Promise<void> {
  const writes = memberships.map(({ id, storyId, origin }) => ({
    updateOne: {
      filter: { _id: id, ...NO_DOUBLE },
      update: { $set: { story: { storyId, origin }, settledVersion: 0 } },
    },
  }));
  await writeOnce(articles, writes);
}
