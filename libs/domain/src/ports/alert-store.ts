import type { Alert, AlertStatus, Delivery } from '../alert.js';

export type AlertCursor = { openedAt: Date; id: string };
export type AlertQuery = { status?: AlertStatus[]; series?: string[]; after?: AlertCursor; limit: number };
export type AlertPage = { alerts: Alert[]; next: AlertCursor | null };

export abstract class AlertStore {
  /** The alert of the rule and series that is open or acknowledged, of which there is at most one. */
  abstract openFor(ruleId: string, series: string): Promise<Alert | null>;

  abstract get(id: string): Promise<Alert | null>;

  /**
   * Inserts an alert with `seq` 0, else replaces the one whose stored `seq` is that of the argument; either raises
   * `seq` by one. False where another write came first, or another alert of the rule and series is open.
   */
  abstract save(alert: Alert): Promise<boolean>;

  /** Newest `openedAt` first, then the greater id. */
  abstract page(query: AlertQuery): Promise<AlertPage>;
}

export abstract class DeliveryStore {
  /** Inserts those whose id is new. */
  abstract addMissing(deliveries: Delivery[]): Promise<void>;

  abstract get(id: string): Promise<Delivery | null>;

  /** Deliveries that are due and that no lease covers, the longest due first. */
  abstract due(now: Date, limit: number): Promise<Delivery[]>;

  /** Leases a delivery that is due and free at `now`, raising its attempts; null where it is not. */
  abstract claim(id: string, now: Date, until: Date): Promise<Delivery | null>;

  /**
   * Writes status, next attempt, delivered at and error, and ends the lease, where the stored attempts are those of the
   * argument; the outcome of an attempt that a later one has followed is dropped. Rejects with MissingRowError for an
   * unknown id.
   */
  abstract record(delivery: Delivery): Promise<void>;
}
