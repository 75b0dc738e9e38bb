import type { CoverageDay, CoverageGroup } from '#domain/coverage.js';
import { CoverageStore } from '#domain/ports/coverage-store.js';
import { upsertAll } from './bulk.js';
import type { Models } from './models.js';

export class MongoCoverageStore extends CoverageStore {
  private readonly coverage: Models['coverage'];

  constructor(models: Models) {
    super();
    this.coverage = models.coverage;
  }

  async save(days: CoverageDay[]): Promise<void> {
    const writes = days.map((day) => {
      const _id = `${day.day}|${day.sourceId}`;
      return { replaceOne: { filter: { _id }, replacement: { ...day, _id }, upsert: true } };
    });
    await upsertAll(this.coverage, writes);
  }

  async days({ from, to, sources }: { from: string; to: string; sources: string[] | null }) {
    const span = { day: { $gte: from, $lt: to }, ...(sources && { sourceId: { $in: sources } }) };
    return this.coverage.find(span, { _id: 0 }).sort({ day: 1, sourceId: 1 }).lean<CoverageDay[]>();
  }

  async groups(from: string, to: string): Promise<CoverageGroup[]> {
    const found = await this.coverage.aggregate<{
      _id: Omit<CoverageGroup, 'sourceIds'>;
      sourceIds: string[];
    }>([
      { $match: { day: { $gte: from, $lt: to } } },
      { $group: { _id: { day: '$day', state: '$state' }, sourceIds: { $push: '$sourceId' } } },
      { $sort: { _id: 1 } },
    ]);
    return found.map(({ _id, sourceIds }) => ({ ..._id, sourceIds: sourceIds.sort() }));
  }
}
