import type { TextKind } from '../text-value.js';
import type { XmlTag } from '../xml/xml-tag.js';

/** An element whose text is being read, with all that is within it. */
export type Field = {
  /** `markup`: elements within it mean nothing else. `value`: it has no elements, so that one within it was not ended. */
  readonly holds: 'markup' | 'value' | 'text';
  text(raw: string, isCdata: boolean): void;
  open(tag: XmlTag): void;
  /** Returns whether that was its own end. */
  close(name: string): boolean;
  /** What it is that has been read; null where it is nothing to read. */
  readonly kind: TextKind | null;
  readonly content: string;
};
