import type { ImportProgress } from '#domain/import-progress.js';
import { ImportStore } from '#domain/ports/import-store.js';
import { upsertAll } from './bulk.js';
import type { Models } from './models.js';

export class MongoImportStore extends ImportStore {
  private readonly imports: Models['imports'];

  constructor(models: Models) {
    super();
    this.imports = models.imports;
  }

  async get(id: string): Promise<ImportProgress | null> {
    const found = await this.imports.findById(id).lean();
    if (!found) return null;
    const { _id, ...progress } = found;
    return { id: _id, ...progress };
  }

  async save({ id, ...progress }: ImportProgress): Promise<void> {
    const replacement = { _id: id, ...progress };
    await upsertAll(this.imports, [{ replaceOne: { filter: { _id: id }, replacement, upsert: true } }]);
  }
}
