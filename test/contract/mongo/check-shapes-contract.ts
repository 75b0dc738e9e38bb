import { ShapeCheck } from './check-shapes.js';

/** The shape checker itself: what it lets pass, and what not. */
export function shapeCheckContract(): void {
  describe('the check of query shapes', () => {
    const complaintsAbout = (command: Record<string, unknown>) => {
      const check = new ShapeCheck();
      check.watch(command);
      return check.unserved;
    };
    const find = (filter: unknown, over = {}) => ({ find: 'articles', filter, ...over });
    const ORDER = { sort: new Map(Object.entries({ windowAt: -1, _id: -1 })), limit: 10 };

    it.each([
      ['by id', find({ _id: 'a', title: 'b' })],
      ['by the first field of an index', find({ windowAt: { $gte: new Date(0) } })],
      ['in an order that an index yields', find({ 'counted.about': 'both' }, ORDER)],
      ['in that order after a field with points', find({ terms: { $all: ['a', 'b'] } }, ORDER)],
      ['in the opposite order', find({}, { sort: { windowAt: 1, _id: 1 }, limit: 1 })],
      ['in any order among given ids', find({ _id: { $in: ['a'] } }, { sort: { title: 1 } })],
      ['each of several ways', find({ $or: [{ urlKey: 'a' }, { sourceId: 'b', title: 'c' }] })],
      ['inserting', { insert: 'articles', documents: [{ title: 'a' }] }],
    ])('lets pass what an index serves: %s', (_, command) => {
      expect(complaintsAbout(command)).toEqual([]);
    });

    it.each([
      ['by a field without index', find({ title: 'a' })],
      ['by a later field of an index', find({ zone: 'UTC' }, { find: 'records' })],
      ['by what a field is not', find({ urlKey: { $ne: 'a' } })],
      ['one of several ways only', find({ $or: [{ urlKey: 'a' }, { title: 'b' }] })],
      ['everything, in order but without limit', find({}, { sort: { windowAt: -1, _id: -1 } })],
      ['in an order that no index yields', find({ sourceId: 'a' }, { sort: { title: 1 }, limit: 1 })],
      ['in an order that only turns half way', find({}, { sort: { windowAt: -1, _id: 1 }, limit: 1 })],
      ['in the order after a field with a range', find({ settledVersion: { $lt: 3 } }, { sort: { _id: 1 } })],
      ['an update', { update: 'articles', updates: [{ q: { urlKey: 'a' } }, { q: { title: 'a' } }] }],
      ['a removal', { delete: 'fetches', deletes: [{ q: { outcome: 'ok' } }] }],
      ['a change of one', { findAndModify: 'deliveries', query: { alertId: 'a' } }],
      ['a count', { aggregate: 'articles', pipeline: [{ $match: { revision: 1 } }, { $group: {} }] }],
    ])('complains of what no index serves: %s', (_, command) => {
      expect(complaintsAbout(command)).toHaveLength(1);
    });
  });
}
