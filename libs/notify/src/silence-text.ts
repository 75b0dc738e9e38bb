import type { SilenceAlert, SilenceEvidence } from '#domain/alert.js';
import { HOUR_MS } from '#domain/hours.js';
import { DAY_MS } from '#domain/window.js';

const MINUTE_MS = 60_000;

/** What a message on a silent feed says to people: which feed and source, since when, what is usual, and why it ended. */
export function silenceText(alert: SilenceAlert, event: 'opened' | 'resolved'): string {
  const { feedId, sourceId, url } = alert.evidence;
  const feed = `${feedId} of ${sourceId} (${url})`;
  return event === 'opened'
    ? `Feed ${feed} ${openedText(alert)}`
    : `The silence of feed ${feed} ${resolvedText(alert)}`;
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

function resolvedText({ from, resolvedAt, until, evidence }: SilenceAlert): string {
  const end = resolvedAt ?? until;
  const isKnown = evidence.ended === undefined || evidence.ended === 'heard';
  const what = isKnown ? 'ended at' : 'is no longer watched, as of';
  const length = spanText(end.getTime() - from.getTime());
  return [`${what} ${minuteOf(end)}, after ${length}.`, ...whyEnded(evidence)].join(' ');
}

function whyEnded({ cause, ended }: SilenceEvidence): string[] {
  if (ended === 'unpolled') return ['The feed is no longer polled.'];
  if (ended === 'unwatched') return ['There is no rule for it any more.'];
  if (ended === 'heard')
    return [cause === 'failing' ? 'The feed answers again.' : 'Its articles come again.'];
  return [];
}

const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Like `3 days`, `26 hours` or `40 minutes`: in days from the third on. */
function spanText(ms: number): string {
  if (ms >= 3 * DAY_MS) return `${Math.round(ms / DAY_MS)} days`;
  if (ms >= 2 * HOUR_MS) return `${Math.round(ms / HOUR_MS)} hours`;
  return `${Math.max(1, Math.round(ms / MINUTE_MS))} minutes`;
}
