import { SourceStore } from '#domain/ports/source-store.js';
import type { Source } from '#domain/source.js';
import { unlessTaken } from './bulk.js';
import type { Models } from './models.js';

export class MongoSourceStore extends SourceStore {
  private readonly sources: Models['sources'];

  constructor(models: Models) {
    super();
    this.sources = models.sources;
  }

  async add({ id, ...source }: Source): Promise<boolean> {
    return unlessTaken(async () => {
      await this.sources.create({ _id: id, ...source });
      return true;
    });
  }

  async list(): Promise<Source[]> {
    const found = await this.sources.find().sort({ _id: 1 }).lean();
    return found.map(({ _id, ...source }) => ({ id: _id, ...source }));
  }
}
