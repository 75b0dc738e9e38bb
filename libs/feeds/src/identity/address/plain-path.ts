import { outletPath } from './outlet-rules.js';
import { plainSegments } from './plain-segment.js';

type Rewrite = (segments: string[]) => string[];

/** An article's segment has a number, several words, a file type or letters beyond ASCII; a section's is one word. */
const NAMES_ITEM = /[\d%._-]/;

/** What follows these is a word that a reader chose, "amp" too. */
const LISTS = /^(?:author|category|hashtag|keyword|label|search|tag|topic)s?$/i;

const isAmp = (segment: string | undefined): boolean => segment?.toLowerCase() === 'amp';
const namesItem = (segment: string | undefined): boolean => NAMES_ITEM.test(segment ?? '');

/** Each takes away one mark, or returns what it was given. */
const REWRITES: readonly Rewrite[] = [
  withoutSession,
  withoutIndex,
  withoutAmpAtEnd,
  withoutAmpAtStart,
  withoutAmpBeforeId,
  withoutAmpSuffix,
];

/**
 * The path of an article on `host` without what says how it is shown: slashes too many and at the end, session ids, the
 * names of index pages and the marks of AMP. Begins with a slash, or is empty for a site's first page.
 */
export function plainPath(path: string, host: string): string {
  let segments = plainSegments(path);
  for (let before: string[] = []; before !== segments;) {
    before = segments;
    segments = segmentsOf(outletPath(host, pathOf(segments)), segments);
    for (const rewrite of REWRITES) segments = rewrite(segments);
  }
  return pathOf(segments);
}

const pathOf = (segments: string[]): string => segments.map((segment) => `/${segment}`).join('');

/** `before` itself where nothing changed. */
function segmentsOf(path: string, before: string[]): string[] {
  return path === pathOf(before) ? before : plainSegments(path);
}

/** `/a;jsessionid=7F` of Java, `/(S(lit3py55t21z5v55vlm25s55))/a` of ASP.NET. */
function withoutSession(segments: string[]): string[] {
  const kept = segments
    .map((segment) => segment.replace(/%3Bjsessionid%3D[^%]*/gi, ''))
    .filter((segment) => !/^(?:\(\w\(\w{24}\)\))?$|^\.\.?$/.test(segment));
  return pathOf(kept) === pathOf(segments) ? segments : kept;
}

/** A folder's index page is the folder, and a front controller is named or not. */
function withoutIndex(segments: string[]): string[] {
  if (/^index\.(?:html?|php)$/i.test(segments.at(-1) ?? '')) return segments.slice(0, -1);
  return segments[0] === 'index.php' ? segments.slice(1) : segments;
}

/** `/world/some-story/amp` and `/amp/1`; a list of articles about amps stays. */
function withoutAmpAtEnd(segments: string[]): string[] {
  const at = segments.at(-1) === '1' ? segments.length - 2 : segments.length - 1;
  return at > 0 && isAmp(segments[at]) && namesItem(segments[at - 1]) ? segments.slice(0, at) : segments;
}

/** `/amp/news/2023/11/9/some-story`. */
function withoutAmpAtStart(segments: string[]): string[] {
  return isAmp(segments[0]) && segments.slice(1).some(namesItem) ? segments.slice(1) : segments;
}

/** `/news/amp/world-asia-66912345`, `/article/amp/idUSKBN1234`. */
function withoutAmpBeforeId(segments: string[]): string[] {
  const [section, amp, id = '', ...more] = segments;
  const marked = isAmp(amp) && more.length === 0 && /\d{4}/.test(id) && !LISTS.test(section!);
  return marked ? [section!, id] : segments;
}

/** `world-asia-66912345.amp`, `some-story.amp.html`. */
function withoutAmpSuffix(segments: string[]): string[] {
  const last = segments.at(-1) ?? '';
  const bare = last.replace(/(?<=\w)\.amp(?=$|\.html?$)/i, '');
  return bare === last ? segments : [...segments.slice(0, -1), bare];
}
