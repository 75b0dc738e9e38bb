import type { Slot } from '../draft.js';
import type { Attributes } from '../xml/xml-tag.js';

/**
 * How a text is written in a document. `literal`: references decoded, and that is it. `html`: escaped HTML. `text`: plain
 * text. `xhtml`: markup that stands there as elements. `base64-…`: the same, encoded. `person`: a name, or elements of
 * one. `foreign`: nothing to read, like a picture.
 */
export type TextForm =
  'literal' | 'html' | 'text' | 'xhtml' | 'base64-html' | 'base64-text' | 'person' | 'foreign';

const TEXTS = new Set<Slot>(['title', 'summary', 'content']);

/**
 * The form of an element's text. RSS means HTML without saying so; Atom means plain text unless `type` (1.0; in 0.3 a media
 * type, with `mode`) says otherwise.
 */
export function textForm(slot: Slot, { type, mode }: Attributes, isAtom: boolean): TextForm {
  if (slot === 'author') return 'person';
  if (!TEXTS.has(slot)) return 'literal';
  const form = formOfType(type?.trim().toLowerCase() || (isAtom ? 'text' : 'html'), isAtom);
  switch (mode?.trim().toLowerCase()) {
    case 'base64':
      return form === 'text' ? 'base64-text' : form === 'foreign' ? form : 'base64-html';
    case 'escaped':
      return type && form === 'text' ? 'text' : 'html';
    default:
      return form;
  }
}

function formOfType(type: string, isAtom: boolean): TextForm {
  if (type === 'html' || type === 'text/html') return 'html';
  if (type === 'text' || type === 'text/plain') return 'text';
  if (type === 'xhtml' || /[+/]xml$/.test(type)) return 'xhtml';
  if (/^(?:image|audio|video|font)\//.test(type)) return 'foreign';
  if (type.startsWith('text/')) return 'text';
  if (isAtom && type.includes('/')) return 'base64-text';
  return isAtom ? 'text' : 'html';
}
