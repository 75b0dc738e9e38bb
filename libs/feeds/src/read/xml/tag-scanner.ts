import { ForwardSearch, NOWHERE } from './forward-search.js';
import { holdsEdge } from './mark-kind.js';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;
const BLANK = 0x20;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Takes the places of an attribute's name and value; the value of an attribute without one is empty. */
export type AttributeListener = (name: number, nameEnd: number, value: number, valueEnd: number) => void;

/**
 * Finds the parts of a start tag, also where quotes or the end are missing. After {@link scan} its fields say where the
 * name ends, and where the text goes on behind the tag.
 */
export class TagScanner {
  nameEnd = 0;
  end = 0;
  isSelfClosing = false;

  private readonly doubleQuotes: ForwardSearch;
  private readonly singleQuotes: ForwardSearch;

  constructor(private readonly xml: string) {
    this.doubleQuotes = new ForwardSearch(xml, '"');
    this.singleQuotes = new ForwardSearch(xml, "'");
  }

  /** Scans the tag whose name begins at `start`; returns false where the document ends within it. */
  scan(start: number, onAttribute: AttributeListener | null): boolean {
    this.isSelfClosing = false;
    this.nameEnd = this.endOfName(start);
    for (let at = this.nameEnd; at < this.xml.length;) {
      const code = this.xml.charCodeAt(at);
      if (code === GREATER || code === LESS) {
        // A tag that is not ended gives way to the next.
        this.end = code === GREATER ? at + 1 : at;
        return true;
      }
      if (code === SLASH) this.isSelfClosing = this.xml.charCodeAt(at + 1) === GREATER;
      at = isBlank(code) || code === SLASH || code === EQUALS ? at + 1 : this.attribute(at, onAttribute);
    }
    return false;
  }

  /** Returns where the attribute that begins at `start` ends. */
  private attribute(start: number, onAttribute: AttributeListener | null): number {
    const nameEnd = this.endOfName(start);
    const equals = this.endOfBlanks(nameEnd);
    if (this.xml.charCodeAt(equals) !== EQUALS) {
      onAttribute?.(start, nameEnd, nameEnd, nameEnd);
      return nameEnd;
    }
    const value = this.endOfBlanks(equals + 1);
    const quote = this.xml.charCodeAt(value);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) {
      const valueEnd = this.endOfBareValue(value);
      onAttribute?.(start, nameEnd, value, valueEnd);
      return valueEnd;
    }
    const quotes = quote === DOUBLE_QUOTE ? this.doubleQuotes : this.singleQuotes;
    const valueEnd = quotes.after(value + 1);
    if (valueEnd === NOWHERE || holdsEdge(this.xml.slice(value, valueEnd))) return this.endOfOpenValue(value);
    onAttribute?.(start, nameEnd, value + 1, valueEnd);
    return valueEnd + 1;
  }

  /** A value whose quote is not ended, at least not in this entry, ends with its tag. */
  private endOfOpenValue(start: number): number {
    const end = this.xml.indexOf('>', start);
    if (end < 0) return this.xml.length;
    return this.xml.charCodeAt(end - 1) === SLASH ? end - 1 : end;
  }

  private endOfName(start: number): number {
    for (let at = start; at < this.xml.length; at++) {
      const code = this.xml.charCodeAt(at);
      const ends = code === GREATER || code === SLASH || code === EQUALS || code === LESS || isBlank(code);
      if (ends) return at;
    }
    return this.xml.length;
  }

  private endOfBlanks(start: number): number {
    let at = start;
    while (isBlank(this.xml.charCodeAt(at))) at++;
    return at;
  }

  private endOfBareValue(start: number): number {
    for (let at = start; at < this.xml.length; at++) {
      const code = this.xml.charCodeAt(at);
      if (code === GREATER || isBlank(code)) return at;
    }
    return this.xml.length;
  }
}

function isBlank(code: number): boolean {
  return code === BLANK || code === LINE_FEED || code === RETURN || code === TAB || code === FORM_FEED;
}
