import type { SpikeRule } from '#domain/alert-rules.js';
import type { Verdict } from './judge-spike.js';

/** Spikes of one series that lie at most `calmDays` apart, oldest first; never empty. */
export type Incident = Verdict[];

/**
 * The latest incident among `verdicts` (consecutive days, oldest first), or null where no day spiked. It follows from
 * the counts alone, so a second look at the same counts finds the same incident.
 */
export function findIncident(rule: SpikeRule, verdicts: Verdict[]): Incident | null {
  const incident: Verdict[] = [];
  let calm = 0;
  for (const verdict of [...verdicts].reverse()) {
    calm = verdict.spike ? 0 : calm + 1;
    if (verdict.spike) incident.unshift(verdict);
    else if (incident.length > 0 && calm >= rule.calmDays) break;
  }
  return incident.length > 0 ? incident : null;
}
