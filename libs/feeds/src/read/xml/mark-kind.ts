import { ForwardSearch, NOWHERE } from './forward-search.js';

const EDGE = /<\/?(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])/gi;
const ENTRY_END = /<\/(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])/gi;
const ENTRY_START = /<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])/gi;

/** Whether a text holds the start or the end of an entry. */
export function holdsEdge(text: string): boolean {
  return text.includes('<') && text.search(EDGE) >= 0;
}

/** A kind of mark that is no element, and where such a mark of a document ends; asked from places that go forward. */
export class MarkKind {
  private readonly ends: ForwardSearch;
  private readonly starts: ForwardSearch;
  private readonly edges: ForwardSearch;
  private readonly entryEnds: ForwardSearch;
  private readonly entryStarts: ForwardSearch;

  constructor(
    private readonly xml: string,
    readonly start: string,
    private readonly end: string,
  ) {
    this.ends = new ForwardSearch(xml, end);
    this.starts = new ForwardSearch(xml, start);
    this.edges = new ForwardSearch(xml, EDGE);
    this.entryEnds = new ForwardSearch(xml, ENTRY_END);
    this.entryStarts = new ForwardSearch(xml, ENTRY_START);
  }

  /**
   * Where what a mark holds from `from` on ends, and where the document goes on. A mark whose end is missing ends where
   * the next entry does or begins; without such a place both are {@link NOWHERE}.
   */
  endAfter(from: number): { end: number; next: number } {
    const end = this.ends.after(from);
    if (end !== NOWHERE && !this.isOfAnother(from, end)) return { end, next: end + this.end.length };
    const edge = this.edges.after(from);
    return { end: edge, next: edge };
  }

  /** Whether that end belongs to a mark of the same kind in a later entry. */
  private isOfAnother(from: number, end: number): boolean {
    if (!this.xml.slice(from, end).includes(this.start)) return false;
    const next = this.entryStarts.after(this.entryEnds.after(from));
    return this.starts.after(next) < end;
  }
}
