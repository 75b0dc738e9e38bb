import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { renderFeeds, type FeedVersion, type SampleFeed } from './sample-feed.js';
import { sourcesYaml } from './sources-yaml.js';
import { writeItems } from './write-items.js';

export type SampleFeedServer = { origin: string; sourcesYaml: string; close(): Promise<void> };

/**
 * Serves the sample feeds on 127.0.0.1, as live feeds are served: ETag, Last-Modified, 304, gzip. Who
 * fetched a feed once sees a few edited headlines from the next fetch on. `port` 0 takes a free one.
 * Rejects with the error of `listen` where the port is taken.
 */
export async function serveSampleFeeds(options: {
  port: number;
  seed: number;
  today: Date;
}): Promise<SampleFeedServer> {
  const feeds = renderFeeds(writeItems(options.seed, options.today));
  const fetched = new Set<string>();
  const server = createServer((request, response) => answer(feeds, fetched, request, response));
  await listening(server, options.port);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, sourcesYaml: sourcesYaml(origin), close: () => closed(server) };
}

function answer(
  feeds: Map<string, SampleFeed>,
  fetched: Set<string>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const feed = feeds.get(path);
  if (!feed) return plain(response, 404, `No such feed. There are:\n${[...feeds.keys()].join('\n')}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(response, 405, 'GET and HEAD only\n');
  const version = fetched.has(path) ? feed.edited : feed.first;
  if (request.method === 'GET') fetched.add(path);
  send(version, request, response);
}

function send(version: FeedVersion, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('ETag', version.etag);
  response.setHeader('Last-Modified', version.lastModified.toUTCString());
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(version, request)) return void response.writeHead(304).end();
  const gzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = gzip ? version.gzipped : version.body;
  if (gzip) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** If-None-Match wins over If-Modified-Since where both are sent (RFC 9110, section 13.2.2). */
function isUnchanged(version: FeedVersion, request: IncomingMessage): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => opaque(tag) === opaque(version.etag));
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return version.lastModified.getTime() <= since;
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
