import { isOpen, type SpikeAlert } from '#domain/alert.js';
import { alertId, isHistory, type Observation } from './advance-alert.js';
import type { Incident } from './find-incident.js';

/** The alert that a day's figures belong to, and one that they leave behind. */
export type Choice = { alert: SpikeAlert | null; overtaken: SpikeAlert | null };

type Seen = Pick<Observation, 'rule' | 'series' | 'incident' | 'verdict' | 'end' | 'now'>;

/**
 * Chooses among the known alerts of a rule and series, of which one at most is open. The open one is meant where it
 * shares a day with the incident, and by every recent calm day, which may end it even if its own spike has vanished in
 * a recount. Otherwise it is the alert named for the incident's first day, or one that covers a day of it. A recent
 * spike of another incident ends the open one first, since a series has one open alert.
 */
export function chooseAlert(known: SpikeAlert[], seen: Seen): Choice {
  const { incident, now, rule, series, verdict } = seen;
  const open = known.find(isOpen) ?? null;
  const recent = !isHistory(seen);
  if (open && (sharesDays(open, incident) || (recent && !verdict.spike)))
    return { alert: open, overtaken: null };
  const others = known.filter((alert) => alert !== open);
  const named = incident && others.find(({ id }) => id === alertId(rule, series, incident));
  const alert = named ?? others.find((other) => sharesDays(other, incident)) ?? null;
  const overtaken: SpikeAlert | null =
    open && recent ? { ...open, status: 'resolved', resolvedAt: now } : null;
  return { alert, overtaken };
}

/** Whether an alert already covers a day of an incident, which may since have been found to begin earlier. */
function sharesDays({ from, until }: SpikeAlert, incident: Incident | null): boolean {
  return incident !== null && from <= incident.at(-1)!.day.start && until >= incident[0]!.day.start;
}
