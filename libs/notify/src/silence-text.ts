import type { SilenceAlert } from '#domain/alert.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What a message on a silent feed says to people: which feed and source, since when, and what is usual for it. */
export function silenceText(alert: SilenceAlert, event: 'opened' | 'resolved'): string {
  const { feedId, sourceId, url } = alert.evidence;
  const feed = `Feed ${feedId} of ${sourceId} (${url})`;
  return event === 'opened' ? `${feed} ${openedText(alert)}` : `${feed} ${resolvedText(alert)}`;
}

function openedText({ from, until, evidence }: SilenceAlert): string {
  const length = spanText(until.getTime() - from.getTime());
  const usual =
    evidence.usualMs === null
      ? 'Too little is known of its habit.'
      : `In a usual week its longest pause is ${spanText(evidence.usualMs)}.`;
  const what =
    evidence.cause === 'failing'
      ? `has failed at every poll since ${minuteOf(from)}, for ${length}`
      : `has brought nothing new since ${minuteOf(from)}, for ${length}`;
  const why = evidence.error ? `Last error: ${evidence.error}.` : 'It answers, but lists nothing new.';
  return `${what}. ${usual} ${why}`;
}

function resolvedText({ from, resolvedAt, until }: SilenceAlert): string {
  const end = resolvedAt ?? until;
  return `is no longer watched as silent: the silence that began at ${minuteOf(from)} ended at ${minuteOf(end)}, after ${spanText(end.getTime() - from.getTime())}.`;
}

const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Like `3 days`, `26 hours` or `40 minutes`: in days from the third on. */
function spanText(ms: number): string {
  if (ms >= 3 * DAY_MS) return `${Math.round(ms / DAY_MS)} days`;
  if (ms >= 2 * HOUR_MS) return `${Math.round(ms / HOUR_MS)} hours`;
  return `${Math.max(1, Math.round(ms / MINUTE_MS))} minutes`;
}
