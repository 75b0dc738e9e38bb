/** Attributes that feeds say something with. `base` and `lang` are those of XML; `about` is RDF's. */
export type AttributeName =
  'about' | 'base' | 'href' | 'ispermalink' | 'lang' | 'lastmod' | 'mode' | 'rel' | 'src' | 'type';

export type Attributes = { [name in AttributeName]?: string };

/** The start of an element. It is good for as long as its event lasts. */
export type XmlTag = {
  /** The name as it is written, prefix and all. */
  readonly name: string;
  /** Only those that are of use, with references decoded. */
  readonly attributes: Attributes;
  /** The prefixes that this element declares, '' being the default, or null. */
  readonly namespaces: ReadonlyMap<string, string> | null;
  readonly isSelfClosing: boolean;
  /** The tag as it stands in the document, without its prefix. */
  source(): string;
};

/** What wants to know of the elements and texts of a document. */
export type XmlListener = {
  open(tag: XmlTag): void;
  /** Text as it stands in the document: references are decoded by who wants it, unless it comes from a CDATA section. */
  text(raw: string, isCdata: boolean): void;
  /** An end tag that is written. There need not be one for each start, nor the other way round. */
  close(name: string): void;
  /** Whether attributes are of use now. */
  readonly wantsAttributes: boolean;
  /** Whether texts are of use now. */
  readonly wantsText: boolean;
};
