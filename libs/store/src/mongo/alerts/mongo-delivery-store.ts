import type { Delivery } from '#domain/alert.js';
import { MissingRowError } from '#domain/errors.js';
import { DeliveryStore } from '#domain/ports/alert-store.js';
import type { DeliveryDocument } from './alert-schema.js';
import { writeOnce } from '../bulk.js';
import type { Models } from '../models.js';

export class MongoDeliveryStore extends DeliveryStore {
  private readonly deliveries: Models['deliveries'];

  constructor(models: Models) {
    super();
    this.deliveries = models.deliveries;
  }

  async addMissing(deliveries: Delivery[]): Promise<void> {
    const documents = deliveries.map(({ id, ...delivery }) => ({ _id: id, ...delivery }));
    await writeOnce(
      this.deliveries,
      documents.map((document) => ({ insertOne: { document } })),
    );
  }

  async get(id: string): Promise<Delivery | null> {
    const found = await this.deliveries.findById(id).lean();
    return found && toDelivery(found);
  }

  async due(now: Date, limit: number): Promise<Delivery[]> {
    const rows = await this.deliveries
      .find(dueAt(now))
      .sort({ nextAttemptAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    return rows.map(toDelivery);
  }

  async claim(id: string, now: Date, until: Date): Promise<Delivery | null> {
    const lease = { $set: { leaseUntil: until }, $inc: { attempts: 1 } };
    const options = { returnDocument: 'after' } as const;
    const claimed = await this.deliveries.findOneAndUpdate({ _id: id, ...dueAt(now) }, lease, options).lean();
    return claimed && toDelivery(claimed);
  }

  async record({ id, attempts, status, nextAttemptAt, deliveredAt, error }: Delivery): Promise<void> {
    const outcome = { status, nextAttemptAt, deliveredAt, error, leaseUntil: null };
    const { matchedCount } = await this.deliveries.updateOne({ _id: id, attempts }, { $set: outcome });
    if (matchedCount === 0 && !(await this.deliveries.exists({ _id: id })))
      throw new MissingRowError('delivery', id);
  }
}

function dueAt(now: Date) {
  return { status: 'due' as const, nextAttemptAt: { $lte: now }, leaseUntil: { $not: { $gt: now } } };
}

function toDelivery({ _id, ...delivery }: DeliveryDocument): Delivery {
  return { id: _id, ...delivery };
}
