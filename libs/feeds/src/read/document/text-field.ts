import { decodeEntities, type OwnEntities } from '../../html/decode-entities.js';
import { escapeHtml } from '../../html/escape-html.js';
import type { TextKind } from '../text-value.js';
import type { Field } from './field.js';
import type { XmlTag } from '../xml/xml-tag.js';
import { isSameName, localName } from '../xml/xml-names.js';
import type { TextForm } from './text-form.js';

/** No more is kept of one element, in UTF-16 units. */
const MAX_FIELD = 200_000;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The text of an element, with all that is within it. */
export class TextField implements Field {
  /** How often the element is open within itself. */
  private nested = 1;
  private written = '';

  constructor(
    private readonly name: string,
    private form: TextForm,
    private readonly own: OwnEntities | undefined,
  ) {}

  get holds(): 'markup' | 'value' | 'text' {
    if (this.form === 'xhtml') return 'markup';
    return this.form === 'literal' ? 'value' : 'text';
  }

  text(raw: string, isCdata: boolean): void {
    if (this.written.length > MAX_FIELD || this.form === 'foreign') return;
    const capped = raw.slice(0, MAX_FIELD);
    const text = isCdata ? capped : decodeEntities(capped, this.own);
    this.append(this.form === 'xhtml' ? escapeHtml(text) : text);
  }

  open(tag: XmlTag): void {
    if (!tag.isSelfClosing && isSameName(tag.name, this.name)) this.nested++;
    if (this.written.length > MAX_FIELD) return;
    if (this.form === 'text') this.becomeMarkup();
    if (this.form !== 'xhtml' && this.form !== 'html') return;
    this.append(tag.source());
    const local = localName(tag.name);
    if (tag.isSelfClosing && !VOID.has(local.toLowerCase())) this.append(`</${local}>`);
  }

  close(name: string): boolean {
    if (isSameName(name, this.name) && --this.nested === 0) return true;
    if (this.form === 'xhtml' || this.form === 'html') this.append(`</${localName(name)}>`);
    return false;
  }

  get kind(): TextKind | null {
    switch (this.form) {
      case 'foreign':
        return null;
      case 'literal':
        return 'literal';
      case 'text':
      case 'base64-text':
        return 'text';
      default:
        return 'html';
    }
  }

  get content(): string {
    const isEncoded = this.form === 'base64-html' || this.form === 'base64-text';
    return isEncoded ? Buffer.from(this.written, 'base64').toString() : this.written;
  }

  /** Plain text has no elements: what has any is markup that was not declared. */
  private becomeMarkup(): void {
    this.written = escapeHtml(this.written);
    this.form = 'xhtml';
  }

  private append(part: string): void {
    if (this.written.length <= MAX_FIELD) this.written += part;
  }
}
