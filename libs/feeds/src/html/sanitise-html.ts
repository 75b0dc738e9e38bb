import { withoutCredentials } from '#domain/without-credentials.js';
import { Tokenizer } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { MAX_URL } from '../read/item.js';
import { resolveUrl } from '../read/resolve-url.js';
import { TokenListener } from './token-listener.js';

/** Limit of what is kept for reading, in bytes of UTF-8. */
export const MAX_HTML = 100_000;

/** Deeper markup no reader needs, and the sanitiser takes time squared over it. */
const MAX_DEPTH = 200;

/** After so many tags a text ends, since each takes time; most end sooner. */
const MAX_MARKS = 15_000;

/** So many addresses of a text are resolved, links and pictures; no reader follows more. */
const MAX_LINKS = 1_000;

/** So often is a text shortened that grew beyond the limit by what was added to it. */
const MAX_ROUNDS = 4;

const READING =
  'a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr';

/** Elements that end by themselves where others begin, so that leaving them open nests nothing. */
const ENDS_ALONE = new Set(
  'area br col dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

const SIZES = new Set(['width', 'height', 'colspan', 'rowspan']);

type Attributes = sanitizeHtml.Attributes;

/**
 * The markup of a text as it may be shown to a reader: structure, links to http, https and mailto addresses, pictures from
 * http and https; relative addresses start at `base`. No scripts, styles, forms, frames, classes or handlers. At most
 * {@link MAX_HTML}; null where nothing is left or the markup is nested beyond reason.
 */
export function sanitiseHtml(html: string, base: string): string | null {
  let source = upToMarks(html.slice(0, MAX_HTML).replaceAll('\u0000', ''));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (isTooDeep(source)) return null;
    const clean = sanitizeHtml(source, optionsFor(base)).trim();
    const excess = Buffer.byteLength(clean) / MAX_HTML;
    if (excess <= 1) return clean || null;
    source = source.slice(0, Math.floor((source.length * 0.9) / excess));
  }
  return null;
}

function optionsFor(base: string): sanitizeHtml.IOptions {
  const resolve = resolverFrom(base);
  return {
    allowedTags: READING.split(' '),
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'title', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      time: ['datetime'],
      ol: ['start', 'reversed'],
      '*': ['dir', 'lang'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'iframe',
      'object',
      'template',
      'title',
    ],
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: linkAttributes(attribs, resolve) }),
      img: (tagName, attribs) => ({ tagName, attribs: sized(imageAttributes(attribs, resolve)) }),
      td: (tagName, attribs) => ({ tagName, attribs: sized(attribs) }),
      th: (tagName, attribs) => ({ tagName, attribs: sized(attribs) }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
  };
}

/** Makes an address absolute; null for what is none, or is not to be shown. */
type Resolve = (address: string) => string | null;

function resolverFrom(base: string): Resolve {
  let left = MAX_LINKS;
  return (address) => {
    const url = left-- > 0 ? resolveUrl(address, base) : null;
    return url !== null && url.length <= MAX_URL ? withoutCredentials(url) : null;
  };
}

/** The attributes without sizes and spans that are no numbers. */
function sized(attributes: Attributes): Attributes {
  const isOdd = ([name, value]: [string, string]) => SIZES.has(name) && !/^\d{1,5}%?$/.test(value);
  return Object.fromEntries(Object.entries(attributes).filter((entry) => !isOdd(entry)));
}

function linkAttributes({ href = '', ...others }: Attributes, resolve: Resolve): Attributes {
  const address = /^\s*mailto:/i.test(href) ? href.trim() : resolve(href);
  if (address === null) return withoutRel(others);
  return { ...others, href: address, rel: 'nofollow noopener noreferrer' };
}

function withoutRel({ rel: _rel, ...others }: Attributes): Attributes {
  return others;
}

function imageAttributes({ src = '', ...others }: Attributes, resolve: Resolve): Attributes {
  const address = resolve(src);
  return address === null ? others : { src: address, ...others };
}

function upToMarks(html: string): string {
  let at = html.indexOf('<');
  for (let marks = 0; at >= 0 && marks < MAX_MARKS; marks++) at = html.indexOf('<', at + 1);
  return at < 0 ? html : html.slice(0, at);
}

function isTooDeep(html: string): boolean {
  const gauge = new DepthGauge(html);
  const tokens = new Tokenizer({ decodeEntities: false }, gauge);
  tokens.write(html);
  return gauge.deepest > MAX_DEPTH;
}

class DepthGauge extends TokenListener {
  deepest = 0;
  private depth = 0;

  constructor(private readonly html: string) {
    super();
  }

  override onopentagname(start: number, end: number): void {
    if (!this.endsAlone(start, end)) this.deepest = Math.max(this.deepest, ++this.depth);
  }

  override onclosetag(start: number, end: number): void {
    if (!this.endsAlone(start, end)) this.depth = Math.max(0, this.depth - 1);
  }

  private endsAlone(start: number, end: number): boolean {
    return ENDS_ALONE.has(this.html.slice(start, end).toLowerCase());
  }
}
