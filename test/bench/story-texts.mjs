/** Texts for the measurement of near-duplicates: the captured feed documents, and articles made of the demo's phrases. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../dist/apps/demo/src/compose-item.js';
import { PHRASE_BOOKS } from '../../dist/apps/demo/src/phrases/phrase-books.js';
import { seededRandom } from '../../dist/apps/demo/src/seeded-random.js';
import { parseFeed } from '#feeds/read/parse-feed.js';

/** Every dated item of `folder/OUTLET/DATE.xml` in order of time. */
export async function readArchive(folder) {
  const items = [];
  for (const outlet of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, outlet))) {
      const context = { contentType: null, base: `https://${outlet}.example/`, now: new Date('2024-01-01') };
      const feed = await parseFeed(readFileSync(join(folder, outlet, file)), context);
      if (!feed.ok) throw new Error(`${outlet}/${file}: ${feed.error}`);
      for (const { url, title, summary, author, publishedAt } of feed.items)
        if (publishedAt) items.push({ id: url, outlet, at: publishedAt.getTime(), title, summary, author });
    }
  }
  return items.sort((one, other) => one.at - other.at);
}

/** `count` articles of a language, each with the topic whose phrases it is made of. */
export function composed(language, count) {
  const random = seededRandom(`near-duplicates ${language}`);
  const topics = PHRASE_BOOKS[language];
  return Array.from({ length: count }, (_, turn) => {
    const topic = random.pick(topics);
    return { topic: topics.indexOf(topic), ...compose(topic, language, random, turn) };
  });
}
