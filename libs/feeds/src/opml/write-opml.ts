import { OPML_NAMESPACE, type ListedFeed, type ListedSource } from './opml-list.js';

export type OpmlList = { title: string; createdAt: Date; sources: ListedSource[] };

/** Characters that XML 1.0 does not allow, controls that readers take for other characters, and halves of a pair. */
const NOT_XML = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** White space within an attribute is kept only where it is escaped. */
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * A list of feeds as OPML 2.0, grouped by outlet. Readers that know nothing of ours find plain subscriptions; what only
 * we need of an outlet stands in attributes of the namespace {@link OPML_NAMESPACE}.
 */
export function writeOpml({ title, createdAt, sources }: OpmlList): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:nm="${OPML_NAMESPACE}">`,
    '  <head>',
    `    <title>${escaped(title)}</title>`,
    `    <dateCreated>${createdAt.toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...sources.flatMap(sourceLines),
    '  </body>',
    '</opml>',
  ];
  return `${lines.join('\n')}\n`;
}

function sourceLines({ id, name, country, bloc, kind, language, hosts, feeds }: ListedSource): string[] {
  const ours = { 'nm:source': id, 'nm:country': country, 'nm:bloc': bloc, 'nm:kind': kind };
  const group = attributes({
    ...{ text: name, title: name, ...ours },
    ...{ 'nm:language': language, 'nm:hosts': hosts.join(' ') || null },
  });
  return [`    <outline${group}>`, ...feeds.map(feedLine), '    </outline>'];
}

function feedLine({ id, title, url, language, verified }: ListedFeed): string {
  const told = { type: 'rss', text: title, title, xmlUrl: url, language };
  return `      <outline${attributes({ ...told, 'nm:feed': id, 'nm:verified': verified })}/>`;
}

function attributes(values: Record<string, string | null>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
