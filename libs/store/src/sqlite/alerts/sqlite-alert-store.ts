import { type Alert, isOpen } from '#domain/alert.js';
import { AlertStore, type AlertPage, type AlertQuery } from '#domain/ports/alert-store.js';
import { ALERT_COLUMNS, alertRow, toAlert, type AlertRow } from './alert-row.js';
import type { Connection } from '../connection.js';
import { AFTER_ALL_TIME, assign, insertInto, list } from '../sql.js';

/** As the index of open alerts says it. */
const IS_OPEN = "status IN ('open', 'acknowledged')";

const OPEN = `SELECT * FROM alert WHERE rule_id = ? AND series = ? AND ${IS_OPEN}`;

/** OR IGNORE, since the index of open alerts may refuse an update too. */
const REPLACE = `UPDATE OR IGNORE alert SET ${assign(ALERT_COLUMNS)} WHERE id = :id AND seq = :seq - 1`;

export class SqliteAlertStore extends AlertStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async openFor(ruleId: string, series: string): Promise<Alert | null> {
    const row = this.connection.get<AlertRow>(OPEN, [ruleId, series]);
    return row ? toAlert(row) : null;
  }

  override async get(id: string): Promise<Alert | null> {
    const row = this.connection.get<AlertRow>('SELECT * FROM alert WHERE id = ?', [id]);
    return row ? toAlert(row) : null;
  }

  override async save(alert: Alert): Promise<boolean> {
    const row = alertRow({ ...alert, seq: alert.seq + 1 });
    const insert = insertInto('alert', ALERT_COLUMNS, 'ON CONFLICT DO NOTHING');
    return this.connection.run(alert.seq === 0 ? insert : REPLACE, row) === 1;
  }

  override async page(query: AlertQuery): Promise<AlertPage> {
    const alerts = this.connection.all<AlertRow>(pageSql(query), pageParams(query)).map(toAlert);
    const shown = alerts.slice(0, query.limit);
    const last = shown.at(-1);
    const more = alerts.length > query.limit && last;
    return { alerts: shown, next: more ? { openedAt: last.openedAt, id: last.id } : null };
  }
}

function pageSql(query: AlertQuery): string {
  const status = query.status ? 'AND status IN (SELECT value FROM json_each(:status))' : '';
  const series = query.series ? 'AND series IN (SELECT value FROM json_each(:series))' : '';
  return `
    SELECT * FROM alert ${placeOf(query)} (opened_at, id) < (:after_at, :after_id) ${status} ${series}
    ORDER BY opened_at DESC, id DESC LIMIT :limit`;
}

/** Alerts are kept for ever; those that are asked for on every poll and sweep are read from where few are. */
function placeOf({ status, series }: AlertQuery): string {
  if (series) return 'INDEXED BY alert_series WHERE';
  if (status?.every((one) => isOpen({ status: one }))) return `INDEXED BY alert_open WHERE ${IS_OPEN} AND`;
  return 'INDEXED BY alert_opened WHERE';
}

function pageParams({ status, series, after, limit }: AlertQuery) {
  return {
    after_at: after?.openedAt.getTime() ?? AFTER_ALL_TIME,
    after_id: after?.id ?? '',
    limit: limit + 1,
    ...(status && { status: list(status) }),
    ...(series && { series: list(series) }),
  };
}
