import type { OwnEntities } from '../../html/decode-entities.js';
import type { Draft, ElementUse } from '../draft.js';
import { literal } from '../text-value.js';
import type { XmlTag } from '../xml/xml-tag.js';
import { addPermalink } from './attribute-values.js';
import type { Field } from './field.js';
import { baseWithin, type Frame } from './frame-stack.js';
import { PersonField } from './person-field.js';
import { textForm } from './text-form.js';
import { TextField } from './text-field.js';

/** What is in a group says less than what is in the entry itself. */
const GROUP_RANK = 20;

/** Content that is not in the document has an address at least. */
const OUTSIDE: ElementUse = { slot: 'link', rank: 10 };

/** An element that is being read, and where it goes. */
export type OpenField = {
  field: Field;
  draft: Draft;
  use: ElementUse;
  rank: number;
  /** Where its relative links start. */
  base: string;
  isPermalink: string | undefined;
  language: string | undefined;
};

export type FieldContext = { frame: Frame; isAtom: boolean; isXhtml: boolean; own: OwnEntities | undefined };

/** Begins to read an element that is of use, or returns null where it has nothing but attributes. */
export function openField(tag: XmlTag, use: ElementUse, context: FieldContext): OpenField | null {
  const { frame, isAtom, isXhtml, own } = context;
  const base = baseWithin(tag, frame.base);
  const { src, lang, ispermalink } = tag.attributes;
  if (src !== undefined && use.slot === 'content') frame.draft.add(OUTSIDE, literal(src, base));
  if (tag.isSelfClosing) return null;
  const form = isXhtml ? 'xhtml' : textForm(use.slot, tag.attributes, isAtom);
  return {
    field: form === 'person' ? new PersonField(tag.name, own) : new TextField(tag.name, form, own),
    draft: frame.draft,
    use,
    rank: frame.kind === 'group' ? use.rank + GROUP_RANK : use.rank,
    base,
    isPermalink: ispermalink,
    language: lang,
  };
}

/** Puts what was read where it belongs. */
export function closeField({ field, draft, use, rank, base, isPermalink, language }: OpenField): void {
  const { kind, content: text } = field;
  if (kind === null) return;
  const value = { text, kind, base, language, rank };
  draft.put(use.slot, value);
  if (use.also) draft.add(use.also, value);
  if (use.slot === 'guid') addPermalink(draft, value, isPermalink);
}
