/**
 * A made-up year of coverage for measuring: the same sources, themes and days at every size, only denser.
 * Sizes differ in articles per day; dates run evenly through the 365 days before `now`.
 */
import { createHash } from 'node:crypto';

const DAY_MS = 86_400_000;
export const DAYS = 365;
const BLOCS = [
  'pakistani',
  'afghan-independent',
  'taliban-run',
  'indian',
  'iranian',
  'gulf',
  'western',
  'international',
];

export const SOURCES = Array.from({ length: 40 }, (_, i) => ({
  id: `bench-${String(i).padStart(2, '0')}`,
  name: `Bench Outlet ${i}`,
  country: ['PK', 'AF', 'IN', 'IR'][i % 4],
  bloc: BLOCS[i % BLOCS.length],
  language: i % 5 === 4 ? 'ur' : 'en',
  kind: 'press',
  hosts: [`bench-${i}.example`],
}));

const EN = {
  both: [
    'Pakistan and Afghanistan {verb} over {thing} at {place}',
    'Kabul and Islamabad {verb} on {thing} near {place}',
    'Islamabad says Afghan Taliban {verb} as {thing} returns to {place}',
  ],
  one: [
    'Pakistan ministers {verb} about {thing} in {place}',
    'Afghanistan traders {verb} over {thing} in {place}',
    'Officials {verb} about {thing} in {place}',
  ],
  verb: [
    'trade blame',
    'hold talks',
    'clash',
    'agree',
    'exchange fire',
    'meet',
    'quarrel',
    'sign a deal',
    'warn each other',
    'reopen the road',
  ],
  thing: [
    'the border closure',
    'refugees',
    'the TTP attacks',
    'transit trade',
    'the Durand Line',
    'deportations',
    'student visas',
    'press freedom',
    'customs duties',
    'the ceasefire',
    'water',
    'cricket',
  ],
  place: [
    'Torkham',
    'Chaman',
    'Peshawar',
    'Kandahar',
    'Quetta',
    'Jalalabad',
    'Kabul',
    'Islamabad',
    'Lahore',
    'Herat',
  ],
};
const UR = {
  both: [
    'پاکستان اور افغانستان کے درمیان {place} پر {thing}',
    'کابل اور اسلام آباد میں {thing} پر بات چیت، {place}',
  ],
  one: ['{place} میں {thing} پر اجلاس', 'پاکستان: {place} میں {thing}'],
  thing: ['سرحد کی بندش', 'مہاجرین', 'تجارت', 'حملے', 'مذاکرات', 'جنگ بندی'],
  place: ['طورخم', 'چمن', 'پشاور', 'قندھار', 'کوئٹہ', 'کابل'],
  verb: [''],
};

/** A number in [0, 2^32) that follows from its arguments alone. */
const draw = (...parts) => createHash('md5').update(parts.join(' ')).digest().readUInt32LE(0);

const SYLLABLES = 'ba da fa ga ha ja ka la ma na pa ra sa ta wa za'.split(' ');

/** Six made-up words that belong to one text alone, so that texts of one template are not near-duplicates. */
const ownWords = (...parts) =>
  Array.from({ length: 6 }, (_, i) => {
    const drawn = draw(...parts, i);
    return [0, 4, 8, 12].map((bit) => SYLLABLES[(drawn >>> bit) & 15]).join('');
  }).join(' ');

/** Item `i` of `perSource` of a source, in order of time. */
export function item(source, i, perSource, now) {
  const words = source.language === 'ur' ? UR : EN;
  const pick = (list, salt) => list[draw(source.id, i, salt) % list.length];
  const template = pick(draw(source.id, i, 'about') % 5 === 0 ? words.both : words.one, 'template');
  const fill = (text, salt) => text.replace(/\{(\w+)\}/g, (_, slot) => pick(words[slot], `${salt} ${slot}`));
  const at = now - DAYS * DAY_MS + Math.floor(((i + 0.5) / perSource) * DAYS * DAY_MS);
  // Every fiftieth is a reprint that a dozen outlets share; the others have a number that makes them their own.
  const reprint = i % 50 === 0;
  const own = (field) => ownWords(source.id, i, field);
  const stamp = reprint ? `report ${Math.floor(at / DAY_MS)}` : `${own('title')} ${source.id} ${i}`;
  return {
    link: `https://${source.hosts[0]}/articles/${i}`,
    title: `${reprint ? 'Pakistan and Afghanistan discuss the border closure' : fill(template, 'title')}, ${stamp}`,
    summary: reprint
      ? ''
      : `${fill(template, 'one')} ${own('one')}. ${fill(pick(words.one, 'second'), 'two')} ${own('two')}; ${fill(pick(words.one, 'third'), 'three')}.`,
    at: new Date(at),
  };
}
