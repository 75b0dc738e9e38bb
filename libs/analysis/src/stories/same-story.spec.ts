import fc from 'fast-check';
import { isSameStory } from './same-story.js';
import { readStory } from './story-reading.js';

type Wording = { title: string; summary?: string };
const same = (one: Wording, other: Wording) =>
  isSameStory(readStory({ summary: '', ...one }), readStory({ summary: '', ...other }));

const TITLE = 'Torkham border crossing reopens after talks between commanders';
const SUMMARY =
  'Trucks with fruit and cement rolled through the crossing on Sunday morning after commanders of both sides had met for three days, customs officers said.';
const report = { title: TITLE, summary: SUMMARY };

describe('two articles are one story', () => {
  it.each<[string, Wording]>([
    ['with the same words', { ...report }],
    ['with another dateline', { title: TITLE, summary: `TORKHAM, Pakistan (AP) — ${SUMMARY}` }],
    [
      'with a headline of its own',
      { title: 'Fruit rolls again across a frontier that had been shut', summary: SUMMARY },
    ],
    ['with half of the summary', { title: 'Fruit rolls again', summary: SUMMARY.slice(0, 82) }],
    ['with the headline alone', { title: TITLE }],
    [
      'with the headline and a summary of its own',
      { title: TITLE, summary: 'Our reporter stood among drivers who had waited there since spring.' },
    ],
    [
      'with a word changed in both',
      { title: TITLE.replace('talks', 'meetings'), summary: SUMMARY.replace('cement', 'coal') },
    ],
  ])('%s', (_, copy) => {
    expect(same(report, copy)).toBe(true);
    expect(same(copy, report)).toBe(true);
  });

  it('in Urdu, with a word changed in a headline of eight', () => {
    const title = 'طورخم سرحد تین دن کے مذاکرات کے بعد کھول دی گئی';
    expect(same({ title }, { title: title.replace('مذاکرات', 'بات چیت') })).toBe(true);
  });
});

describe('two articles are two stories', () => {
  it.each<[string, Wording, Wording]>([
    [
      'as instalments of one series',
      {
        title: 'Border war: list of key events, day 600',
        summary: 'As the war enters its 600th day, these are the main developments.',
      },
      {
        title: 'Border war: list of key events, day 601',
        summary: 'As the war enters its 601st day, these are the main developments.',
      },
    ],
    [
      'as bulletins with the same notice under them',
      {
        title: 'Latest news bulletin | October 1st – Midday',
        summary:
          'Catch up with the most important stories from around the region and beyond - latest news, breaking news, world, business, culture.',
      },
      {
        title: 'Latest news bulletin | October 1st – Midday',
        summary:
          'Catch up with the most important stories from around the region and beyond - latest news, breaking news, world, business, culture.',
      },
    ],
    [
      'where only the notice of the outlet is the same',
      {
        title: 'Traders of Chaman count their losses',
        summary: 'The editors of Sample Post select for you the best photographs from around the world',
      },
      {
        title: 'A new bridge for the valley of Swat',
        summary: 'The editors of Sample Post select for you the best photographs from around the world',
      },
    ],
    [
      'where only the caption of the photo is the same',
      {
        title: 'Minister rejects the claim of Kabul',
        summary:
          'The prime minister speaks to reporters during a visit to Peshawar on Nov. 3, 2023. (Some One/Getty Images)',
      },
      {
        title: 'Tax on fuel to rise in January',
        summary:
          'The prime minister speaks to reporters during a visit to Peshawar on Nov. 3, 2023. (Some One/Getty Images)',
      },
    ],
    [
      'where headlines count otherwise and nothing else speaks for it',
      { title: 'Two militants killed in North Waziristan operation, army says' },
      { title: 'Four militants killed in South Waziristan operation, army says' },
    ],
    [
      'where the headlines have a pattern in common and the summaries do not',
      {
        title: 'Pakistan vs Afghanistan: Cricket World Cup match preview',
        summary: 'The hosts have lost twice and must bat better against spin in Chennai.',
      },
      {
        title: 'Pakistan vs Bangladesh: Cricket World Cup match preview',
        summary: 'A win keeps the hope of the semifinals alive for the side of Babar Azam.',
      },
    ],
    ['where both are empty', { title: '' }, { title: '' }],
  ])('%s', (_, one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

describe('the comparison', () => {
  it('does not depend on which comes first', () => {
    const word = fc.constantFrom(...`${TITLE} ${SUMMARY} day 600 601 Monday two 2 (AP) —`.split(' '));
    const wording = fc.record({
      title: fc.array(word, { maxLength: 10 }).map((list) => list.join(' ')),
      summary: fc.array(word, { maxLength: 25 }).map((list) => list.join(' ')),
    });
    fc.assert(fc.property(wording, wording, (one, other) => expect(same(one, other)).toBe(same(other, one))));
  });
});
