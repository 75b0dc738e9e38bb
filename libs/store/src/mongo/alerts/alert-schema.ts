import { Schema } from 'mongoose';
import type { AlertKind, Delivery, SilenceEvidence, SpikeAlert } from '#domain/alert.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from '../schema-options.js';

/**
 * `openKey` names rule and series while the alert is open or acknowledged, and is absent afterwards. Without `kind` it is
 * a spike. The evidence of a silence is in `silence`, and `evidence` is empty then.
 */
export type AlertDocument = Omit<SpikeAlert, 'id' | 'kind'> & {
  _id: string;
  kind?: AlertKind;
  silence?: SilenceEvidence;
  openKey?: string;
};
export type DeliveryDocument = Omit<Delivery, 'id'> & { _id: string };

const evidence = new Schema(
  {
    windowId: String,
    start: Date,
    negative: Number,
    count: Number,
    expected: Number,
    threshold: Number,
    articleIds: [String],
  },
  PART_OPTIONS,
);

const silence = new Schema(
  {
    feedId: String,
    sourceId: String,
    url: String,
    cause: String,
    lastArrivalAt: Date,
    lastOkAt: Date,
    usualMs: Number,
    thresholdMs: Number,
    error: String,
    ended: String,
  },
  PART_OPTIONS,
);

export const alertSchema = new Schema<AlertDocument>(
  {
    _id: String,
    kind: String,
    ruleId: String,
    series: String,
    status: String,
    historical: Boolean,
    firstWindowId: String,
    from: Date,
    until: Date,
    evidence: [evidence],
    silence,
    openedAt: Date,
    resolvedAt: Date,
    seq: Number,
    openKey: String,
  },
  SCHEMA_OPTIONS,
);

export const deliverySchema = new Schema<DeliveryDocument>(
  {
    _id: String,
    alertId: String,
    event: String,
    subscriptionId: String,
    status: String,
    attempts: Number,
    nextAttemptAt: Date,
    leaseUntil: Date,
    deliveredAt: Date,
    error: String,
  },
  SCHEMA_OPTIONS,
);
