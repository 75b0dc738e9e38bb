import {
  AMP_NAMES,
  CHANNELS,
  FORM_NAMES,
  LIVE_POST,
  ORIGIN_NAMES,
  SESSION,
  SITE_NOISE,
  SWITCHED,
  SWITCHES,
  TRACKING,
  TRACKING_PREFIX,
  TRACKING_WORDS,
} from './noise-parameters.js';
import { plainSegment } from './plain-segment.js';

type Pair = [name: string, value: string];

/**
 * The parameters that choose what is read on `host`, sorted by code unit, with the "?" before them; empty where none do.
 * Split by hand, since URLSearchParams makes the same character of all bytes that are no UTF-8, as older sites still
 * write them.
 */
export function plainQuery(query: string, host: string): string {
  const pairs = query.split('&').map(plainPair);
  const kept = pairs.filter(([name, value]) => (name || value) !== '' && !isNoise(name, value, host));
  const sorted = kept.map((pair) => pair.join('=')).sort();
  return sorted.length > 0 ? `?${sorted.join('&')}` : '';
}

/** An "&" that was escaped once too often leaves `amp;` before the name. */
function plainPair(pair: string): Pair {
  const [name = '', ...value] = pair.replaceAll('+', '%20').split('=');
  return [plainSegment(name).replace(/^(?:amp%3B)+/i, ''), plainSegment(value.join('='))];
}

/** Takes name and value as they are written in a key. */
function isNoise(name: string, value: string, host: string): boolean {
  const lower = name.toLowerCase();
  return (
    TRACKING.has(lower) ||
    TRACKING_PREFIX.test(lower) ||
    SESSION.test(lower) ||
    AMP_NAMES.has(lower) ||
    isNoiseByValue(lower, value.toLowerCase()) ||
    SITE_NOISE.some((site) => site.names.has(lower) && site.host.test(host))
  );
}

function isNoiseByValue(name: string, value: string): boolean {
  return (
    (TRACKING_WORDS.has(name) && !/^\d+$/.test(value)) ||
    (SWITCHES.has(name) && SWITCHED.test(value)) ||
    (FORM_NAMES.has(name) && value === 'amp') ||
    (ORIGIN_NAMES.has(name) && CHANNELS.has(value)) ||
    (name === 'page' && LIVE_POST.test(value))
  );
}
