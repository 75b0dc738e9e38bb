import { type AnalysisIdentity, VersionStore } from '#domain/ports/version-store.js';
import { unlessTaken } from './bulk.js';
import type { Models } from './models.js';
import type { VersionDocument } from './version-schema.js';

export class MongoVersionStore extends VersionStore {
  private readonly versions: Models['versions'];

  constructor(models: Models) {
    super();
    this.versions = models.versions;
  }

  async register(identity: AnalysisIdentity, promote: boolean): Promise<number> {
    const { code, taxonomy } = identity;
    for (;;) {
      const newest = await this.latest({});
      const known = await this.latest({ code, taxonomy });
      if (known && (known._id === newest?._id || !promote)) return known._id;
      const given = (newest?._id ?? 0) + 1;
      if (await this.give({ _id: given, code, taxonomy })) return given;
    }
  }

  async newest(): Promise<number> {
    return (await this.latest({}))?._id ?? 0;
  }

  private latest(identity: Partial<AnalysisIdentity>): Promise<VersionDocument | null> {
    return this.versions.findOne(identity).sort({ _id: -1 }).lean().exec();
  }

  /** False where another process gave the number in the meantime. */
  private give(version: VersionDocument): Promise<boolean> {
    return unlessTaken(async () => {
      await this.versions.create(version);
      return true;
    });
  }
}
