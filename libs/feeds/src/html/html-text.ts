import { Tokenizer } from 'htmlparser2';
import { decodeHtmlEntities } from './decode-entities.js';
import { elementSort, type ElementSort } from './html-elements.js';
import { TokenListener } from './token-listener.js';

/** What may be meant as "less than": no attribute has a value there. */
const UNENDED = /^<([a-z][\w-]*)(?:\s[^=>]*)?$/i;

/** Elements within whose tags texts are often cut. */
const CUT_OFTEN = new Set(
  'br div em figure h1 h2 h3 h4 h5 h6 hr iframe img li ol script small span strong style table td tr ul'.split(
    ' ',
  ),
);

/**
 * The text of an HTML fragment as it stands there, not folded; reading stops after some `enough` UTF-16 units. Elements
 * other than those within a line part words.
 */
export function htmlText(html: string, enough: number): string {
  if (!html.includes('<')) return decodeHtmlEntities(html.slice(0, enough));
  return new TextReader(html, enough).read();
}

/** Gathers text from the tokens of HTML. It keeps no stack, so that depth costs nothing. */
class TextReader extends TokenListener {
  private readonly tokenizer = new Tokenizer({ decodeEntities: false }, this);
  private text = '';
  private endsInBlank = false;
  /** Where the last text ended: a tag begins there. */
  private textEnd = -1;
  private name = '';
  /** The element, if any, whose content is not for reading, and how often it is open within itself. */
  private silent = '';
  private silentDepth = 0;

  constructor(
    private readonly html: string,
    private readonly enough: number,
  ) {
    super();
  }

  read(): string {
    this.tokenizer.write(this.html);
    this.tokenizer.end();
    if (!this.silent && this.text.length <= this.enough) this.text += this.unended();
    return this.text;
  }

  override ontext(start: number, end: number): void {
    if (this.silent) return;
    this.text += decodeHtmlEntities(this.html.slice(start, Math.min(end, start + this.enough)));
    this.endsInBlank = false;
    this.textEnd = end;
    if (this.text.length > this.enough) this.tokenizer.pause();
  }

  override onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    const sort = elementSort(this.name);
    if (this.silent === 'head' && this.name === 'body') this.silent = '';
    if (this.silent) this.silentDepth += Number(this.name === this.silent);
    else if (sort === 'silent') this.silence(this.name);
    else this.part(sort);
  }

  override onselfclosingtag(): void {
    if (this.silent && this.name === this.silent) this.unsilence();
  }

  override onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (!this.silent) this.part(elementSort(name));
    else if (name === this.silent) this.unsilence();
  }

  /** Text reaches this parser with its CDATA sections unpacked; what is left of them was written as text. */
  override oncdata(start: number, end: number, endOffset: number): void {
    this.ontext(start, end - endOffset);
  }

  /** A "<" in a text that ends before any ">", unless it begins the tag of an element. */
  private unended(): string {
    const at = this.html.lastIndexOf('<');
    const rest = at === this.textEnd ? this.html.slice(at) : '';
    const name = UNENDED.exec(rest)?.[1]?.toLowerCase();
    return name !== undefined && (name.length === 1 || !CUT_OFTEN.has(name)) ? decodeHtmlEntities(rest) : '';
  }

  private silence(name: string): void {
    this.part('block');
    this.silent = name;
    this.silentDepth = 1;
  }

  private unsilence(): void {
    if (--this.silentDepth === 0) this.silent = '';
  }

  /** Only within a line do tags not part words. */
  private part(sort: ElementSort): void {
    if (sort === 'inline' || this.endsInBlank) return;
    this.text += ' ';
    this.endsInBlank = true;
  }
}
