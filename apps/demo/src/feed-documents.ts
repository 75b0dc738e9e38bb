import { hostOf, onlyLanguage, type Outlet } from './outlets.js';
import { type SampleItem } from './sample-item.js';

/**
 * The feed document of an outlet, RSS 2.0 or Atom 1.0 as its `format` says, with `items` newest first.
 * `edited` shows the headlines as they read after their edit.
 */
export function renderFeed(outlet: Outlet, items: readonly SampleItem[], edited: boolean): string {
  const newestFirst = items.map((item) => headlined(item, edited)).toReversed();
  const lines = outlet.format === 'rss' ? rss(outlet, newestFirst) : atom(outlet, newestFirst);
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n');
}

function headlined(item: SampleItem, edited: boolean): SampleItem {
  return edited && item.editedTitle ? { ...item, title: item.editedTitle } : item;
}

function rss(outlet: Outlet, items: readonly SampleItem[]): string[] {
  const language = onlyLanguage(outlet);
  return [
    '<rss version="2.0"><channel>',
    element('title', outlet.name),
    element('link', `https://${hostOf(outlet)}/`),
    element('description', `${outlet.name}: an invented outlet of the demo`),
    ...(language ? [element('language', language)] : []),
    ...items.map(rssItem),
    '</channel></rss>',
  ];
}

function rssItem(item: SampleItem): string {
  const parts = [
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="true">${escaped(item.url)}</guid>`,
    element('description', item.summary),
    element('pubDate', item.publishedAt.toUTCString()),
  ];
  return `<item>${parts.join('')}</item>`;
}

function atom(outlet: Outlet, items: readonly SampleItem[]): string[] {
  const language = onlyLanguage(outlet);
  const newest = items[0]?.publishedAt ?? new Date(0);
  return [
    `<feed xmlns="http://www.w3.org/2005/Atom"${language ? ` xml:lang="${language}"` : ''}>`,
    element('title', outlet.name),
    element('id', `https://${hostOf(outlet)}/`),
    `<link href="https://${hostOf(outlet)}/"/>`,
    element('updated', newest.toISOString()),
    `<author>${element('name', outlet.name)}</author>`,
    ...items.map(atomEntry),
    '</feed>',
  ];
}

function atomEntry(item: SampleItem): string {
  const at = item.publishedAt.toISOString();
  const parts = [
    element('title', item.title),
    element('id', item.url),
    `<link href="${escaped(item.url)}"/>`,
    element('published', at),
    element('updated', at),
    // Atom carries markup as escaped text, so the paragraph is escaped once more than its words.
    `<summary type="html">${escaped(`<p>${escaped(item.summary)}</p>`)}</summary>`,
  ];
  return `<entry>${parts.join('')}</entry>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
