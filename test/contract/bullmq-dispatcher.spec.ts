import { randomUUID } from 'node:crypto';
import { openBullmq } from '#dispatch/bullmq/open-bullmq.js';
import { bullmqPromises, wipe } from './dispatch/bullmq-promises.js';
import { dispatcherContract } from './dispatch/dispatcher-contract.js';

const redisUrl = process.env['REDIS_URL'] ?? '';
if (redisUrl === '') console.warn('REDIS_URL is not set: all tests of the dispatcher on BullMQ are left out');

(redisUrl === '' ? describe.skip : describe)('with Redis', () => {
  const run = `test-${randomUUID()}`;
  let tests = 0;
  const nextPrefix = (): string => `${run}-${(tests += 1)}`;
  afterAll(() => wipe(redisUrl, run));

  describe('the dispatcher on BullMQ, with several processes', () => bullmqPromises(redisUrl, nextPrefix));

  dispatcherContract('on BullMQ', (specs, log) => openBullmq({ redisUrl, prefix: nextPrefix(), specs, log }));
});
