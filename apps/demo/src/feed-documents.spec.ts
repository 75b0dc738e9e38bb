import { createRequire } from 'node:module';
import { renderFeed } from './feed-documents.js';
import { OUTLETS, type Outlet } from './outlets.js';
import { type SampleItem } from './sample-item.js';
import { writeItems } from './write-items.js';

type Parsed = {
  title?: string;
  items: { title?: string; link?: string; isoDate?: string; summary?: string; content?: string }[];
};
const Parser = createRequire(import.meta.url)('rss-parser') as new () => {
  parseString(xml: string): Promise<Parsed>;
};

const TODAY = new Date('2026-03-14T18:30:00Z');
const items = writeItems(7, TODAY);
const of = (outlet: Outlet) => items.filter((item) => item.outletId === outlet.id);
const awkward = { title: 'A < B & "C" > \'D\'', summary: 'Ends with ]]> & <b>bold</b>' };

describe.each(OUTLETS.map((outlet) => [outlet.id, outlet] as const))('the feed of %s', (_, outlet) => {
  const own = of(outlet);

  it('lists all items of the outlet, newest first, as they were written', async () => {
    const parsed = await new Parser().parseString(renderFeed(outlet, own, false));
    expect(parsed.title).toBe(outlet.name);
    expect(parsed.items.map(({ title, link, isoDate }) => ({ title, link, isoDate }))).toEqual(
      own
        .toReversed()
        .map((item) => ({ title: item.title, link: item.url, isoDate: item.publishedAt.toISOString() })),
    );
    const texts = parsed.items.map((item) => (item.summary ?? item.content ?? '').replaceAll(/<\/?p>/g, ''));
    expect(texts.map(unescaped)).toEqual(own.toReversed().map((item) => item.summary));
  });

  it('is the same, byte for byte, for the same seed and instant', () => {
    const again = writeItems(7, TODAY).filter((item) => item.outletId === outlet.id);
    expect(renderFeed(outlet, again, false)).toBe(renderFeed(outlet, own, false));
  });

  it('escapes what XML would take for markup', async () => {
    const item = { ...(own[0] as SampleItem), ...awkward };
    const parsed = await new Parser().parseString(renderFeed(outlet, [item], false));
    expect(parsed.items[0]?.title).toBe(awkward.title);
  });
});

describe('a feed document', () => {
  it('shows an edited headline only where it is asked to', () => {
    const item = items.find(({ editedTitle }) => editedTitle !== null) as SampleItem;
    const outlet = OUTLETS.find(({ id }) => id === item.outletId) as Outlet;
    expect(renderFeed(outlet, [item], false)).not.toContain('Corrected: ');
    expect(renderFeed(outlet, [item], true)).toContain('<title>Corrected: ');
  });
});

/** The words of an Atom summary are escaped once more inside their paragraph. */
function unescaped(text: string): string {
  return text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
