import { createServer } from 'node:http';
import { item, SOURCES } from './corpus.mjs';

/** Items of one document: what a newspaper's feed would hold in a busy week. */
const PER_DOCUMENT = 250;
/** Each port is a host of its own, so that politeness to a host does not hold up the measurement. */
const HOSTS = 8;

/** Serves the corpus as feeds whose documents move on with every poll. Counts are in articles. */
export async function serveCorpus(articles, now) {
  const perSource = Math.ceil(articles / SOURCES.length);
  const position = new Map(SOURCES.map(({ id }) => [id, 0]));
  const answer = (request, response) => {
    const source = SOURCES.find(({ id }) => request.url === `/${id}.xml`);
    const from = position.get(source.id);
    // At the end of its articles a feed stays as it is.
    if (from >= perSource && request.headers['if-none-match'] === '"last"')
      return response.writeHead(304).end();
    position.set(source.id, from + PER_DOCUMENT);
    response.setHeader('etag', from + PER_DOCUMENT >= perSource ? '"last"' : `"${from}"`);
    const items = Array.from({ length: Math.min(PER_DOCUMENT, perSource - from) }, (_, k) =>
      item(source, from + k, perSource, now),
    );
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
    response.end(documentOf(source, items));
  };
  const servers = await Promise.all(Array.from({ length: HOSTS }, () => listen(answer)));
  const origins = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
  return {
    origins,
    articles: perSource * SOURCES.length,
    sources: SOURCES.map((source, i) => ({
      ...source,
      feeds: [{ id: `${source.id}-feed`, url: `${origins[i % HOSTS]}/${source.id}.xml`, verified: false }],
    })),
    close: () =>
      Promise.all(
        servers.map(
          (server) => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
        ),
      ),
  };
}

function listen(answer) {
  const server = createServer(answer);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export const documentOf = (source, items) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${source.name}</title>${items
    .map(
      ({ link, title, summary, at }) =>
        `<item><title>${title}</title><link>${link}</link><description>${summary}</description><pubDate>${at.toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
