import { FEED_STATUSES } from '#domain/feed.js';
import { aFeed, newlyStored } from '../../../test/contract/store/feed-builders.js';
import { feedView } from './feed-view.js';
import { feedSchema } from './feeds-schema.js';

const NOON = new Date('2026-03-01T12:00:00Z');

describe('the next poll of a feed', () => {
  it.each(FEED_STATUSES)('is told only where there will be one: %s', (status) => {
    const view = feedView(newlyStored(aFeed('a'), NOON, { status }));
    expect(view.nextPollAt).toBe(status === 'active' ? '2026-03-01T12:00:00.000Z' : null);
    expect(feedSchema.parse(view)).toEqual(view);
  });
});
