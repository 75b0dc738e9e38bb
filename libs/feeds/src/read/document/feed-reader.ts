import type { OwnEntities } from '../../html/decode-entities.js';
import { Draft, type ElementUse } from '../draft.js';
import { EntryList } from '../entry-list.js';
import type { ElementName, NameScope } from '../xml/name-scope.js';
import { isSameName } from '../xml/xml-names.js';
import type { XmlListener, XmlTag } from '../xml/xml-tag.js';
import { addLink } from './attribute-values.js';
import type { Field } from './field.js';
import { baseWithin, FrameStack, type Frame } from './frame-stack.js';
import { closeField, openField, type FieldContext, type OpenField } from './open-field.js';

/** A `channel` is a root in CDF, and in RSS that lost its own. */
const ROOTS = new Set(['rss', 'rdf', 'feed', 'channel']);
const ROOT_VOCABULARIES = new Set(['core', 'atom', 'rdf', 'other']);

/** Elements without content, which feeds made by hand do not always end. */
const EMPTY = new Set(['enclosure', 'thumbnail']);

/** Elements of media that describe the entry they are in. */
const GROUPS = new Set(['group', 'content']);

/**
 * Gathers a feed and its entries from tags and texts. Only direct children of the feed and of an entry count, so that a
 * picture's title is not the channel's. What is of no use is passed over until its end tag; an end tag that is missing
 * costs no more than the entry it is in.
 */
export class FeedReader implements XmlListener {
  feed: Draft | null = null;
  readonly entries = new EntryList();
  private readonly frames: FrameStack;
  private current: OpenField | null = null;
  private skipped: { name: string; nested: number } | null = null;
  private isAtom = false;

  constructor(
    base: string,
    private readonly own: OwnEntities | undefined,
    /** Called where the root ends: what follows is not the feed's. */
    private readonly stop: () => void,
  ) {
    this.frames = new FrameStack(base);
  }

  get wantsAttributes(): boolean {
    return this.current === null || this.current.field.holds === 'value';
  }

  get wantsText(): boolean {
    return this.current !== null;
  }

  text(raw: string, isCdata: boolean): void {
    this.current?.field.text(raw, isCdata);
  }

  open(tag: XmlTag): void {
    const scope = this.frames.scope.with(tag.namespaces);
    const name = scope.name(tag.name);
    if (this.current && isOverrun(this.current.field, name)) this.closeCurrent(this.current);

    if (this.current) this.current.field.open(tag);
    else if (!this.feed) this.openRoot(tag, name, scope);
    else if (name.isEntry) this.openEntry(tag, scope);
    else if (!this.skipped) this.openElement(tag, name, scope);
    else if (!tag.isSelfClosing && isSameName(tag.name, this.skipped.name)) this.skipped.nested++;
  }

  close(name: string): void {
    if (this.current?.field.close(name)) this.closeCurrent(this.current);
    else if (this.skipped && isSameName(name, this.skipped.name)) this.closeSkipped(this.skipped);
    else if (this.frames.close(name)) this.closeWithin();
  }

  /**
   * Gives up what is open where the document ends. An entry stays where the end falls between its elements, else it is
   * left out: a text without its end would later look like an edit.
   */
  end(isWithinTag: boolean): void {
    const entry = this.frames.entry?.draft;
    const isReadable = entry?.first('title') !== undefined || entry?.first('link') !== undefined;
    if (entry && (this.current || isWithinTag || !isReadable)) this.entries.cutLast();
    else if (this.current) closeField(this.current);
  }

  private openRoot(tag: XmlTag, { vocabulary, local }: ElementName, scope: NameScope): void {
    if (!ROOTS.has(local) || !ROOT_VOCABULARIES.has(vocabulary)) return;
    this.isAtom = local === 'feed';
    this.feed = new Draft();
    const isOuter = local === 'rss' || local === 'rdf';
    const rooted = local === 'rdf' ? scope : scope.rootedIn(tag.name, this.isAtom);
    this.frames.push(tag, isOuter ? 'root' : 'feed', this.feed, rooted);
  }

  private openEntry(tag: XmlTag, scope: NameScope): void {
    this.skipped = null;
    this.frames.endEntry();
    const draft = this.entries.add();
    if (draft) this.frames.push(tag, 'entry', draft, scope);
    else this.skip(tag);
  }

  private openElement(tag: XmlTag, name: ElementName, scope: NameScope): void {
    // What is not of media ends a group that was left open.
    const frame = name.entryUse && name.vocabulary !== 'media' ? this.frames.ungrouped : this.frames.top;
    if (!frame) return;
    if (frame.kind === 'root' && name.local === 'channel') this.openChannel(tag, frame, name, scope);
    else if (frame.kind === 'root' || frame.kind === 'feed')
      this.openUsed(tag, name, frame, this.feedUseOf(name));
    else if (name.vocabulary !== 'media')
      this.openUsed(tag, name, frame, frame.kind === 'entry' ? name.entryUse : undefined);
    else if (GROUPS.has(name.local)) this.frames.push(tag, 'group', frame.draft, scope);
    else this.openUsed(tag, name, frame, name.entryUse);
  }

  /** The namespace that RDF's channel is in, known or not, is that of its entries too. */
  private openChannel(tag: XmlTag, root: Frame, { vocabulary }: ElementName, scope: NameScope): void {
    if (vocabulary === 'other') root.scope = scope.rootedIn(tag.name, false);
    this.frames.push(tag, 'feed', root.draft, vocabulary === 'other' ? root.scope : scope);
  }

  private openUsed(tag: XmlTag, name: ElementName, frame: Frame, use: ElementUse | undefined): void {
    if (use?.slot === 'link' && tag.attributes.href !== undefined)
      addLink(frame.draft, use, tag.attributes, baseWithin(tag, frame.base));
    else if (use) this.current = openField(tag, use, this.contextOf(name, frame));
    else if (!EMPTY.has(name.local)) this.skip(tag);
  }

  /** The author of an Atom feed is that of its entries too; whoever an RSS channel names has not written them. */
  private feedUseOf({ vocabulary, feedUse }: ElementName): ElementUse | undefined {
    const isOfOthers = feedUse?.slot === 'author' && vocabulary === 'core' && !this.isAtom;
    return isOfOthers ? undefined : feedUse;
  }

  private contextOf({ vocabulary }: ElementName, frame: Frame): FieldContext {
    const isAtom = vocabulary === 'atom' || (vocabulary === 'core' && this.isAtom);
    return { frame, isAtom, isXhtml: vocabulary === 'xhtml', own: this.own };
  }

  private skip(tag: XmlTag): void {
    if (!tag.isSelfClosing) this.skipped = { name: tag.name, nested: 1 };
  }

  private closeSkipped(skipped: { nested: number }): void {
    if (--skipped.nested === 0) this.skipped = null;
  }

  private closeCurrent(current: OpenField): void {
    this.current = null;
    closeField(current);
  }

  /** An element of structure has ended, and with it whatever was open within. */
  private closeWithin(): void {
    if (this.current) this.closeCurrent(this.current);
    this.skipped = null;
    if (!this.frames.top) this.stop();
  }
}

/** Whether an element shows that the one around it should have ended before. */
function isOverrun({ holds }: Field, name: ElementName): boolean {
  if (name.isEntry) return holds !== 'markup';
  return holds === 'value' && (name.entryUse ?? name.feedUse) !== undefined;
}
