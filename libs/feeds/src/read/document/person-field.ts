import { decodeEntities, type OwnEntities } from '../../html/decode-entities.js';
import { isSameName, localName } from '../xml/xml-names.js';
import type { XmlTag } from '../xml/xml-tag.js';
import type { Field } from './field.js';

type Part = 'text' | 'name' | 'email' | 'other';

/** An element is read no further: what stands for a name, hostile or not, may be long. */
const MAX_PERSON = 2_000;

/** A person: just a text, as in RSS, or elements for name and address, as in Atom. */
export class PersonField implements Field {
  readonly holds = 'text';
  readonly kind = 'text';
  private readonly found: Record<Part, string> = { text: '', name: '', email: '', other: '' };
  private part: Part = 'text';
  private nested = 1;

  constructor(
    private readonly element: string,
    private readonly own: OwnEntities | undefined,
  ) {}

  text(raw: string, isCdata: boolean): void {
    if (this.found[this.part].length > MAX_PERSON) return;
    const capped = raw.slice(0, MAX_PERSON);
    this.found[this.part] += isCdata ? capped : decodeEntities(capped, this.own);
  }

  open(tag: XmlTag): void {
    if (tag.isSelfClosing) return;
    if (isSameName(tag.name, this.element)) this.nested++;
    const local = localName(tag.name).toLowerCase();
    if (this.part === 'text') this.part = local === 'name' || local === 'email' ? local : 'other';
  }

  close(name: string): boolean {
    if (isSameName(name, this.element)) return --this.nested === 0;
    this.part = 'text';
    return false;
  }

  get content(): string {
    const { name, text, email } = this.found;
    return [name, text, email].find((part) => part.trim()) ?? '';
  }
}
