import { z } from 'zod';
import type { JobSpec } from '#domain/job.js';
import { Lane, MOST_WAITING } from './lane.js';

const spec = (change: Partial<JobSpec> = {}): JobSpec => ({
  name: 'test.run',
  schema: z.number(),
  retry: { attempts: 1, backoffMs: 1 },
  concurrency: 1,
  dedupeKey: () => null,
  delayMs: 0,
  ...change,
});

describe('a lane of jobs', () => {
  let dropped: string[];
  const log = {
    debug: (message: string) => void dropped.push(message),
    warn: () => undefined,
    error: () => undefined,
  };
  beforeEach(() => {
    dropped = [];
  });

  it.each([
    ['for their turn', 0],
    ['for their time', 3_600_000],
  ])('drops what comes when too many wait %s', async (_, delayMs) => {
    const lane = new Lane(spec({ delayMs }), log);
    for (let index = 0; index < MOST_WAITING + 3; index += 1) lane.push(String(index), null);
    await lane.stop();
    expect(dropped).toEqual(Array(3).fill('too many jobs wait, one is dropped'));
  });

  it('has room again, and the key free, when a job has started', async () => {
    const lane = new Lane(spec(), log);
    for (let index = 0; index < MOST_WAITING; index += 1) lane.push(String(index), `key-${index}`);
    lane.push('-1', 'one too many');
    let last: unknown;
    const ran = new Promise<void>((resolve) => {
      const handler = async (payload: unknown): Promise<[]> => {
        if (payload === 0) lane.push('-2', 'one too many');
        if (payload === -1) throw new Error('a dropped job runs');
        if (payload === -2) resolve();
        last = payload;
        return [];
      };
      lane.start(handler, async () => undefined);
    });
    await ran;
    await lane.stop();
    expect(last).toBe(-2);
    expect(dropped).toHaveLength(1);
  });

  it('waits its time even if that is longer than a timer can hold', async () => {
    const lane = new Lane(spec({ delayMs: 2 ** 32 }), log);
    const ran: unknown[] = [];
    const handler = async (payload: unknown): Promise<[]> => {
      ran.push(payload);
      return [];
    };
    lane.start(handler, async () => undefined);
    lane.push('1', null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await lane.stop();
    expect(ran).toEqual([]);
  });
});
