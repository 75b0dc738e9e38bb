import type { ElementUse } from '../draft.js';
import { entryUse, feedUse } from '../feed-elements.js';
import { customaryVocabulary, plainAddress, vocabularyOf, type Vocabulary } from './vocabularies.js';

/** An element's name, understood. */
export type ElementName = {
  vocabulary: Vocabulary;
  /** In lower case, without prefix. */
  local: string;
  /** What the element is for an entry, and for the feed. */
  entryUse: ElementUse | undefined;
  feedUse: ElementUse | undefined;
  isEntry: boolean;
};

/** So many names are remembered in a scope; a document that uses more is slower, not larger. */
const MAX_NAMES = 2_000;

/** The namespaces in force at a place of a document: elements are known by them, whatever prefix they come under. */
export class NameScope {
  private readonly names = new Map<string, ElementName>();

  private constructor(
    private readonly parent: NameScope | null,
    private readonly declared: ReadonlyMap<string, string>,
    /** The address, as plain, of a namespace that is not known but that the root is in. */
    private readonly adopted: string | null,
    private readonly coreIsAtom: boolean,
  ) {}

  static outermost(): NameScope {
    return new NameScope(null, new Map(), null, false);
  }

  /** The scope within an element that declares prefixes. */
  with(namespaces: ReadonlyMap<string, string> | null): NameScope {
    if (!namespaces) return this;
    return new NameScope(this, namespaces, this.adopted, this.coreIsAtom);
  }

  /** The scope within the root of a document, whose namespace is the core one, known or not. */
  rootedIn(root: string, coreIsAtom: boolean): NameScope {
    const { prefix } = split(root);
    const adopted = plainAddress(this.address(prefix) ?? undeclared(prefix));
    return new NameScope(this, new Map(), adopted, coreIsAtom);
  }

  name(written: string): ElementName {
    const known = this.names.get(written);
    if (known) return known;
    const name = this.understand(written);
    if (this.names.size < MAX_NAMES) this.names.set(written, name);
    return name;
  }

  private understand(written: string): ElementName {
    const { prefix, local } = split(written);
    const vocabulary = this.vocabulary(prefix);
    return {
      vocabulary,
      local,
      entryUse: entryUse(vocabulary, local),
      feedUse: feedUse(vocabulary, local),
      isEntry: vocabulary === 'core' && (local === 'item' || local === 'entry'),
    };
  }

  private address(prefix: string): string | undefined {
    return this.declared.get(prefix) ?? this.parent?.address(prefix);
  }

  private vocabulary(prefix: string): Vocabulary {
    const address = this.address(prefix);
    if (plainAddress(address ?? undeclared(prefix)) === this.adopted) return 'core';
    const vocabulary = address === undefined ? customaryVocabulary(prefix) : vocabularyOf(address);
    return vocabulary === 'atom' && this.coreIsAtom ? 'core' : vocabulary;
  }
}

const undeclared = (prefix: string) => `undeclared:${prefix}`;

function split(written: string): { prefix: string; local: string } {
  const name = written.toLowerCase();
  const colon = name.indexOf(':');
  return { prefix: colon < 0 ? '' : name.slice(0, colon), local: name.slice(colon + 1) };
}
