import type { Delivery } from '#domain/alert.js';
import { MissingRowError } from '#domain/errors.js';
import { DeliveryStore } from '#domain/ports/alert-store.js';
import type { Connection } from '../connection.js';
import { DELIVERY_COLUMNS, deliveryRow, toDelivery, type DeliveryRow } from './delivery-row.js';
import { insertInto, msOf } from '../sql.js';

const FREE = "status = 'due' AND next_attempt_at <= :now AND (lease_until IS NULL OR lease_until <= :now)";

const RECORD = `
UPDATE delivery SET status = ?, next_attempt_at = ?, delivered_at = ?, error = ?, lease_until = NULL
WHERE id = ? AND attempts = ?`;

export class SqliteDeliveryStore extends DeliveryStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async addMissing(deliveries: Delivery[]): Promise<void> {
    this.connection.atomic(() => {
      const sql = insertInto('delivery', DELIVERY_COLUMNS, 'ON CONFLICT DO NOTHING');
      for (const delivery of deliveries) this.connection.run(sql, deliveryRow(delivery));
    });
  }

  override async get(id: string): Promise<Delivery | null> {
    const row = this.connection.get<DeliveryRow>('SELECT * FROM delivery WHERE id = ?', [id]);
    return row ? toDelivery(row) : null;
  }

  override async due(now: Date, limit: number): Promise<Delivery[]> {
    const sql = `SELECT * FROM delivery WHERE ${FREE} ORDER BY next_attempt_at, id LIMIT :limit`;
    return this.connection.all<DeliveryRow>(sql, { now: msOf(now), limit }).map(toDelivery);
  }

  override async claim(id: string, now: Date, until: Date): Promise<Delivery | null> {
    const sql = `
      UPDATE delivery SET lease_until = :until, attempts = attempts + 1 WHERE id = :id AND ${FREE} RETURNING *`;
    const params = { id, now: msOf(now), until: msOf(until) };
    const row = this.connection.atomic(() => this.connection.get<DeliveryRow>(sql, params));
    return row ? toDelivery(row) : null;
  }

  override async record(delivery: Delivery): Promise<void> {
    const changed = this.connection.run(RECORD, [
      delivery.status,
      msOf(delivery.nextAttemptAt),
      msOf(delivery.deliveredAt),
      delivery.error,
      delivery.id,
      delivery.attempts,
    ]);
    if (changed === 0 && !(await this.get(delivery.id))) throw new MissingRowError('delivery', delivery.id);
  }
}
