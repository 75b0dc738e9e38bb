import { readAddress } from '../discover/read-address.js';
import { decodeEntities } from '../html/decode-entities.js';
import { foldText } from '../html/plain-text.js';
import { MAX_TITLE } from '../read/item.js';
import { OPML_NAMESPACE, type OpmlEntry, type RejectedOutline, type SourceMarks } from './opml-list.js';

/** Groups within groups beyond that nobody made by hand. */
const MAX_DEPTH = 64;
const MAX_ENTRIES = 5_000;

/** Elements within elements, those that were left open among them. */
const MAX_NESTING = 1_000;
const MAX_PREFIXES = 10;

/** Of a title that came in pieces. */
const MAX_PIECES = 4 * MAX_TITLE;
const MAX_MARK = 20_000;

/** Of an address that is no address. */
const MAX_SHOWN = 500;

type Attributes = Record<string, string>;
type Outline = {
  line: number;
  title: string | null;
  isFeed: boolean;
  hasChildren: boolean;
  /** What our own lists say of the outlet, here or further out. */
  source: SourceMarks | null;
};

/** Gathers the feeds that a list names from the events of a tolerant parser. Names come in lower case. */
export class OutlineReader {
  isOpml = false;
  private title: string | null = null;
  private inTitle = false;
  private depth = 0;
  private readonly entries: OpmlEntry[] = [];
  private readonly rejected: RejectedOutline[] = [];
  private readonly outlines: Outline[] = [];
  private readonly prefixes = new Set<string>();
  private readonly lines: LineCounter;

  constructor(
    text: string,
    private readonly pause: () => void,
  ) {
    this.lines = new LineCounter(text);
  }

  open(name: string, raw: Attributes, at: number): void {
    if (++this.depth > MAX_NESTING)
      return this.stop(this.lines.at(at), `more than ${MAX_NESTING} elements lie within one another`);
    this.learnPrefixes(raw);
    if (name === 'opml') this.isOpml = true;
    this.inTitle = name === 'title' && this.outlines.length === 0 && this.title === null;
    if (name === 'outline') this.openOutline(decoded(raw), this.lines.at(at));
  }

  text(part: string): void {
    if (this.inTitle && (this.title?.length ?? 0) < MAX_PIECES) this.title = (this.title ?? '') + part;
  }

  close(name: string): void {
    this.depth--;
    this.inTitle = false;
    if (name !== 'outline') return;
    const outline = this.outlines.pop();
    if (!outline || outline.isFeed || outline.hasChildren) return;
    const { line, title } = outline;
    this.rejected.push({ line, title, url: null, reason: 'it names no feed: there is no xmlUrl' });
  }

  /** The feeds in order, and the outlines that name none. */
  result(): { title: string | null; entries: OpmlEntry[]; rejected: RejectedOutline[] } {
    const rejected = this.rejected.toSorted((one, other) => one.line - other.line);
    return { title: fold(decodeEntities(this.title ?? '')) || null, entries: this.entries, rejected };
  }

  private openOutline(attributes: Attributes, line: number): void {
    const parent = this.outlines.at(-1);
    if (parent) parent.hasChildren = true;
    const title = fold(attributes['title'] || attributes['text'] || '') || null;
    const source = this.marksOf(attributes, title) ?? parent?.source ?? null;
    const url = addressIn(attributes);
    if (url !== null) this.addFeed(attributes, { line, title, source, url });
    this.outlines.push({ line, title, isFeed: url !== null, hasChildren: false, source });
    if (this.groups().length > MAX_DEPTH) this.stop(line, `groups lie more than ${MAX_DEPTH} deep`);
  }

  private addFeed(
    attributes: Attributes,
    { line, title, source, url }: Pick<Outline, 'line' | 'title' | 'source'> & { url: string },
  ): void {
    if (this.entries.length === MAX_ENTRIES)
      return this.stop(line, `a list has at most ${MAX_ENTRIES} feeds`);
    const reject = (reason: string) =>
      void this.rejected.push({ line, title, url: foldText(url, MAX_SHOWN), reason });
    if (/^include$/i.test(attributes['type'] ?? ''))
      return reject('it names another list; import that by itself');
    const address = readAddress(url);
    if (!address.ok) return reject(address.reason);
    const htmlUrl = readAddress(attributes['htmlurl'] ?? '');
    this.entries.push({
      ...{ line, title, source, xmlUrl: address.address },
      htmlUrl: htmlUrl.ok ? htmlUrl.address : null,
      language: fold(attributes['language'] ?? '') || null,
      groups: this.groups(),
      feedId: this.mark(attributes, 'feed'),
      verified: this.mark(attributes, 'verified'),
    });
  }

  /** Feeds are no groups: where they are left open, they would seem to lie within one another. */
  private groups(): string[] {
    return this.outlines.filter(({ isFeed }) => !isFeed).map(({ title }) => title ?? '');
  }

  private marksOf(attributes: Attributes, name: string | null): SourceMarks | null {
    const id = this.mark(attributes, 'source');
    if (id === null) return null;
    const [country, bloc, language, kind] = ['country', 'bloc', 'language', 'kind'].map((mark) =>
      this.mark(attributes, mark),
    ) as [string | null, string | null, string | null, string | null];
    const hosts = (this.mark(attributes, 'hosts') ?? '').split(' ').filter(Boolean);
    return { id, name, country, bloc, language, kind, hosts };
  }

  /** The value of an attribute of our namespace, whatever prefix the list gave it. */
  private mark(attributes: Attributes, name: string): string | null {
    for (const prefix of this.prefixes) {
      const value = attributes[`${prefix}:${name}`];
      if (value) return foldText(value, MAX_MARK) || null;
    }
    return null;
  }

  private learnPrefixes(raw: Attributes): void {
    for (const [name, value] of Object.entries(raw)) {
      const isOurs = name.startsWith('xmlns:') && value === OPML_NAMESPACE;
      if (isOurs && this.prefixes.size < MAX_PREFIXES) this.prefixes.add(name.slice(6));
    }
  }

  private stop(line: number, why: string): void {
    this.rejected.push({ line, title: null, url: null, reason: `${why}; what follows was left out` });
    this.pause();
  }
}

/** The address of a feed; older lists call it `url`, which in newer ones may be that of a page. */
function addressIn(attributes: Attributes): string | null {
  const named = attributes['xmlurl']?.trim();
  if (named) return named;
  return /^(rss|atom|rdf|feed|include)$/i.test(attributes['type'] ?? '')
    ? attributes['url']?.trim() || null
    : null;
}

function decoded(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decodeEntities(value)]));
}

const fold = (text: string): string => foldText(text, MAX_TITLE);

/** Lines of ascending offsets. */
class LineCounter {
  private line = 1;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('\n');
  }

  at(offset: number): number {
    while (this.next >= 0 && this.next < offset) {
      this.line++;
      this.next = this.text.indexOf('\n', this.next + 1);
    }
    return this.line;
  }
}
