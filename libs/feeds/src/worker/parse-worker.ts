import { parentPort } from 'node:worker_threads';
import type { Item } from '../read/item.js';
import { parseFeed } from '../read/parse-feed.js';
import type { FromThread, ToThread } from './parse-messages.js';

/** Items of one message: so few that taking them in does not hold the receiver up. */
const BATCH = 200;

const port = parentPort!;
let waiting: Item[] = [];
let last: FromThread | null = null;

port.on('message', (message: ToThread) => {
  if (message === 'more') sendNext();
  else void read(message);
});

async function read({ body, context }: Exclude<ToThread, 'more'>): Promise<void> {
  const parsed = await parseFeed(Buffer.from(body.buffer, body.byteOffset, body.byteLength), context);
  waiting = parsed.ok ? parsed.items.splice(0, parsed.items.length - BATCH) : [];
  last = { parsed };
  sendNext();
}

function sendNext(): void {
  if (waiting.length > 0) return send({ items: waiting.splice(0, BATCH) });
  if (last) send(last);
  last = null;
}

function send(message: FromThread): void {
  port.postMessage(message);
}
