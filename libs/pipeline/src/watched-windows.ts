import { type AlertsConfig, type SpikeRule, spikeRules } from '#domain/alert-rules.js';
import type { Window } from '#domain/window.js';

/** The rules that judge windows of this kind; the others are done once they are counted. */
export function rulesOf(window: Pick<Window, 'granularity' | 'zone'>, alerting: AlertsConfig): SpikeRule[] {
  return window.granularity === 'day' ? spikeRules(alerting).filter(({ zone }) => zone === window.zone) : [];
}

export function isWatched(window: Pick<Window, 'granularity' | 'zone'>, alerting: AlertsConfig): boolean {
  return rulesOf(window, alerting).length > 0;
}
