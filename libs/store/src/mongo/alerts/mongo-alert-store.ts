import type { QueryFilter } from 'mongoose';
import { type Alert, isOpen } from '#domain/alert.js';
import { type AlertPage, type AlertQuery, AlertStore } from '#domain/ports/alert-store.js';
import type { AlertDocument } from './alert-schema.js';
import { unlessTaken } from '../bulk.js';
import type { Models } from '../models.js';

export class MongoAlertStore extends AlertStore {
  private readonly alerts: Models['alerts'];

  constructor(models: Models) {
    super();
    this.alerts = models.alerts;
  }

  async openFor(ruleId: string, series: string): Promise<Alert | null> {
    const found = await this.alerts.findOne({ openKey: openKeyOf({ ruleId, series }) }).lean();
    return found && toAlert(found);
  }

  async get(id: string): Promise<Alert | null> {
    const found = await this.alerts.findById(id).lean();
    return found && toAlert(found);
  }

  async save(alert: Alert): Promise<boolean> {
    const document = toDocument(alert);
    return unlessTaken(async () => {
      if (alert.seq > 0) {
        const { matchedCount } = await this.alerts.replaceOne({ _id: alert.id, seq: alert.seq }, document);
        return matchedCount === 1;
      }
      await this.alerts.create(document);
      return true;
    });
  }

  async page(query: AlertQuery): Promise<AlertPage> {
    const rows = await this.alerts
      .find(alertFilter(query))
      .sort({ openedAt: -1, _id: -1 })
      .limit(query.limit + 1)
      .lean();
    const alerts = rows.slice(0, query.limit).map(toAlert);
    const last = rows.length > query.limit ? alerts.at(-1) : undefined;
    return { alerts, next: last ? { openedAt: last.openedAt, id: last.id } : null };
  }
}

function alertFilter({ status, series, after }: AlertQuery): QueryFilter<AlertDocument> {
  return {
    ...(status && { status: { $in: status } }),
    ...(series && { series: { $in: series } }),
    ...(after && {
      openedAt: { $lte: after.openedAt },
      $or: [{ openedAt: { $lt: after.openedAt } }, { _id: { $lt: after.id } }],
    }),
  };
}

function openKeyOf({ ruleId, series }: Pick<Alert, 'ruleId' | 'series'>): string {
  return JSON.stringify([ruleId, series]);
}

function toDocument({ id, ...alert }: Alert): AlertDocument {
  const stored = { _id: id, seq: alert.seq + 1, ...(isOpen(alert) && { openKey: openKeyOf(alert) }) };
  if (alert.kind === 'spike') return { ...alert, ...stored };
  return { ...alert, ...stored, evidence: [], silence: alert.evidence };
}

function toAlert(document: AlertDocument): Alert {
  const { _id, openKey: _openKey, kind: _kind, silence, evidence, ...rest } = document;
  return silence
    ? { id: _id, ...rest, kind: 'silence', evidence: silence }
    : { id: _id, ...rest, kind: 'spike', evidence };
}
