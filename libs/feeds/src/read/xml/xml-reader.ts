import { decodeEntities, type OwnEntities } from '../../html/decode-entities.js';
import { NOWHERE } from './forward-search.js';
import { MarkKind } from './mark-kind.js';
import { TagScanner } from './tag-scanner.js';
import { localName } from './xml-names.js';
import type { AttributeName, Attributes, XmlListener, XmlTag } from './xml-tag.js';

const USEFUL = new Map<string, AttributeName>([
  ['rdf:about', 'about'],
  ['about', 'about'],
  ['base', 'base'],
  ['xml:base', 'base'],
  ['href', 'href'],
  ['ispermalink', 'ispermalink'],
  ['xml:lang', 'lang'],
  ['lastmod', 'lastmod'],
  ['mode', 'mode'],
  ['rel', 'rel'],
  ['src', 'src'],
  ['type', 'type'],
]);

const DECLARATION = /^xmlns(?::(.+))?$/;

/** No honest element declares more. */
const MAX_NAMESPACES = 100;

const NONE: Attributes = Object.freeze({});

const NAME_START = /[a-z_:\u0080-\uffff]/i;

/**
 * Reads the tags and texts of XML, well formed or not, and leaves to its listener what belongs together. It keeps no
 * stack of elements, so that neither depth nor missing tags cost anything, and jumps from mark to mark, which is several
 * times faster than to look at each character. Time is linear in the document.
 */
export class XmlReader implements XmlTag {
  name = '';
  attributes: Attributes = NONE;
  namespaces: Map<string, string> | null = null;
  private readonly scanner: TagScanner;
  private readonly cdata: MarkKind;
  private readonly comment: MarkKind;
  private readonly instruction: MarkKind;
  private nameEnd = 0;
  private isOver = false;

  constructor(
    private readonly xml: string,
    private readonly listener: XmlListener,
    private readonly own: OwnEntities | undefined,
  ) {
    this.scanner = new TagScanner(xml);
    this.cdata = new MarkKind(xml, '<![CDATA[', ']]>');
    this.comment = new MarkKind(xml, '<!--', '-->');
    this.instruction = new MarkKind(xml, '<!', '>');
  }

  get isSelfClosing(): boolean {
    return this.scanner.isSelfClosing;
  }

  /** Tells the listener all that is in the document from `start` on; returns whether that ends within a mark. */
  read(start: number): boolean {
    let at = start;
    while (!this.isOver) {
      const mark = this.xml.indexOf('<', at);
      const end = mark < 0 ? this.xml.length : mark;
      if (end > at) this.text(at, end, false);
      if (mark < 0) return false;
      const next = this.readMark(mark);
      if (next < 0) return true;
      at = next;
    }
    return false;
  }

  /** Ends the reading, whatever follows. */
  stop(): void {
    this.isOver = true;
  }

  source(): string {
    return `<${localName(this.name)}${this.xml.slice(this.nameEnd, this.scanner.end)}`;
  }

  /** Returns where the text goes on behind the mark, or -1 where the document ends within it. */
  private readMark(mark: number): number {
    const first = this.xml[mark + 1] ?? '';
    if (first === '/') return this.readEndTag(mark + 2);
    if (NAME_START.test(first)) return this.readStartTag(mark + 1);
    if (first === '!' || first === '?') return this.readOther(mark);
    if (first === '') return -1;
    this.text(mark, mark + 1, false);
    return mark + 1;
  }

  private readStartTag(start: number): number {
    this.attributes = NONE;
    this.namespaces = null;
    if (!this.scanner.scan(start, this.listener.wantsAttributes ? this.keepAttribute : null)) return -1;
    this.nameEnd = this.scanner.nameEnd;
    this.name = this.xml.slice(start, this.nameEnd);
    this.listener.open(this);
    return this.scanner.end;
  }

  private readEndTag(start: number): number {
    if (!this.scanner.scan(start, null)) return -1;
    this.listener.close(this.xml.slice(start, this.scanner.nameEnd));
    return this.scanner.end;
  }

  /** Comments, CDATA sections, declarations and instructions. */
  private readOther(mark: number): number {
    const isCdata = this.xml.startsWith(this.cdata.start, mark);
    const isComment = this.xml.startsWith(this.comment.start, mark);
    const kind = isCdata ? this.cdata : isComment ? this.comment : this.instruction;
    const start = isCdata ? mark + kind.start.length : mark + 2;
    const { end, next } = kind.endAfter(start);
    if (isCdata) this.text(start, Math.min(end, this.xml.length), true);
    return next === NOWHERE ? -1 : next;
  }

  private text(start: number, end: number, isCdata: boolean): void {
    if (this.listener.wantsText) this.listener.text(this.xml.slice(start, end), isCdata);
  }

  private readonly keepAttribute = (name: number, nameEnd: number, value: number, valueEnd: number): void => {
    const written = this.xml.slice(name, nameEnd).toLowerCase();
    const useful = USEFUL.get(written);
    if (!useful) return this.keepNamespace(written, value, valueEnd);
    if (this.attributes === NONE) this.attributes = {};
    this.attributes[useful] ??= decodeEntities(this.xml.slice(value, valueEnd), this.own);
  };

  private keepNamespace(written: string, value: number, valueEnd: number): void {
    const declared = DECLARATION.exec(written);
    if (!declared || (this.namespaces?.size ?? 0) >= MAX_NAMESPACES) return;
    this.namespaces ??= new Map();
    this.namespaces.set(declared[1] ?? '', decodeEntities(this.xml.slice(value, valueEnd), this.own));
  }
}
