import type { Draft } from '../draft.js';
import { resolveUrl } from '../resolve-url.js';
import { NameScope } from '../xml/name-scope.js';
import { isSameName } from '../xml/xml-names.js';
import type { XmlTag } from '../xml/xml-tag.js';
import { addAttributes } from './attribute-values.js';

/** `root` holds a channel and perhaps entries; `group` holds elements of the entry around it. */
export type FrameKind = 'root' | 'feed' | 'entry' | 'group';

/** An element of a feed's structure that is open. */
export type Frame = {
  /** As it is written. */
  name: string;
  kind: FrameKind;
  draft: Draft;
  /** What `xml:base` attributes down to it add up to. */
  base: string;
  scope: NameScope;
};

/** No feed's structure is nested deeper; what would be is not taken for structure. */
const MAX_FRAMES = 10;

/** No honest base is longer, in UTF-16 units; each relative link costs time in proportion. */
const MAX_BASE = 2_000;

/** The elements of structure that are open, the innermost last. */
export class FrameStack {
  private readonly frames: Frame[] = [];
  private readonly outermost = NameScope.outermost();

  constructor(private readonly base: string) {}

  get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  /** The innermost that is no group. */
  get ungrouped(): Frame | undefined {
    return this.top?.kind === 'group' ? this.entry : this.top;
  }

  get scope(): NameScope {
    return this.top?.scope ?? this.outermost;
  }

  /** The entry that is open. */
  get entry(): Frame | undefined {
    return this.frames.find(({ kind }) => kind === 'entry');
  }

  /** Opens an element of structure and keeps what its attributes say. */
  push(tag: XmlTag, kind: FrameKind, draft: Draft, scope: NameScope): void {
    const base = baseWithin(tag, this.top?.base ?? this.base);
    if (kind !== 'group') addAttributes(draft, tag.attributes, base);
    if (tag.isSelfClosing || this.frames.length >= MAX_FRAMES) return;
    this.frames.push({ name: tag.name, kind, draft, base, scope });
  }

  /** Ends the entry that is open, which has no end tag. */
  endEntry(): void {
    const index = this.frames.findIndex(({ kind }) => kind === 'entry');
    if (index >= 0) this.frames.length = index;
  }

  /** Ends the element of that name, with all within it; returns whether there was one. */
  close(name: string): boolean {
    const index = this.frames.findLastIndex((frame) => isSameName(frame.name, name));
    if (index < 0) return false;
    this.frames.length = index;
    return true;
  }
}

/** Where relative links start within an element. */
export function baseWithin(tag: XmlTag, base: string): string {
  const stated = tag.attributes.base;
  if (!stated || stated.length > MAX_BASE) return base;
  const within = resolveUrl(stated, base);
  return within !== null && within.length <= MAX_BASE ? within : base;
}
