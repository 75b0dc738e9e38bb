import { permanentUrlOf } from './redirect.js';

/** A way of one step for each status, from address 0 on. */
const way = (...statuses: number[]) =>
  statuses.map((status, index) => ({ url: `${index}`, status, to: `${index + 1}` }));

describe('permanentUrlOf', () => {
  it('is null where nothing was redirected, or not for good', () => {
    expect(permanentUrlOf([])).toBeNull();
    expect(permanentUrlOf(way(302))).toBeNull();
    expect(permanentUrlOf(way(307, 301))).toBeNull();
  });

  it('is where an unbroken row of permanent redirects leads', () => {
    expect(permanentUrlOf(way(301))).toBe('1');
    expect(permanentUrlOf(way(301, 308, 301))).toBe('3');
  });

  it('ends before the first that is temporary', () => {
    expect(permanentUrlOf(way(301, 308, 302, 301))).toBe('2');
  });
});
