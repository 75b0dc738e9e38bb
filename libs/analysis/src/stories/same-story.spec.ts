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

describe('two like headlines alone are two stories', () => {
  it.each([
    ['کابل میں دھماکہ، پانچ افراد ہلاک', 'قندھار میں دھماکہ، پانچ افراد ہلاک'],
    ['کوئٹہ میں بم دھماکہ، متعدد افراد زخمی', 'پشاور میں بم دھماکہ، متعدد افراد زخمی'],
    ['طورخم سرحد تجارت کے لیے کھول دی گئی', 'چمن سرحد تجارت کے لیے کھول دی گئی'],
    ['طورخم سرحد تجارت کے لیے کھول دی گئی', 'طورخم سرحد تجارت کے لیے بند کر دی گئی'],
    [
      'د پاکستان د هوايي بريدونو په اړه د افغانستان غبرګون',
      'د هند د هوايي بريدونو په اړه د افغانستان غبرګون',
    ],
    ['په کندهار کې چاودنه څو تنه وژل شوي', 'په هرات کې چاودنه څو تنه وژل شوي'],
    ['زلزله در ولایت کنر چندین کشته برجای گذاشت', 'زلزله در ولایت ننگرهار چندین کشته برجای گذاشت'],
    ['Five killed in Kabul blast, officials say', 'Five killed in Quetta blast, officials say'],
    [
      'Pakistan reopens Torkham border crossing for trade',
      'Pakistan closes Torkham border crossing for trade',
    ],
    [
      'Afghanistan beat Zimbabwe by six wickets in second ODI',
      'Afghanistan beat Zimbabwe by six wickets in third ODI',
    ],
    ['پاکستان نے افغانستان کو شکست دے دی', 'افغانستان نے پاکستان کو شکست دے دی'],
    [
      'Pakistan beat Afghanistan in Sharjah final thriller',
      'Afghanistan beat Pakistan in Sharjah final thriller',
    ],
    [
      'Pakistan accuses Afghanistan of violating ceasefire',
      'Afghanistan accuses Pakistan of violating the ceasefire',
    ],
    [
      'Pakistan summons Afghan envoy over attack on border post',
      'Afghanistan summons Pakistani envoy over attack on border post',
    ],
    ['Pakistan summons Afghan envoy over attack', 'Afghanistan summons Pakistani envoy over attack'],
    [
      'Pakistan says Afghan troops opened fire at Torkham',
      'Afghanistan says Pakistani troops opened fire at Torkham',
    ],
    [
      'Kabul accuses Islamabad of violating the ceasefire',
      'Islamabad accuses Kabul of violating the ceasefire again',
    ],
    [
      'Kabul accuses Pakistan of violating the ceasefire',
      'Islamabad accuses Afghanistan of violating the ceasefire',
    ],
    [
      'Taliban say Pakistani troops opened fire at Torkham crossing',
      'Pakistan says Taliban troops opened fire at Torkham crossing',
    ],
    [
      'Pakistan accuses India and Afghanistan of arming militants',
      'India and Afghanistan accuse Pakistan of arming militants',
    ],
    [
      'Pak-Afghan border tension: Pakistan summons Afghan envoy over firing',
      'Pak-Afghan border tension: Afghanistan summons Pak envoy over firing',
    ],
    [
      'افغانستان نے پاکستان پر جنگ بندی کی خلاف ورزی کا الزام لگایا ہے',
      'پاکستان نے افغانستان پر جنگ بندی کی خلاف ورزی کا الزام لگایا ہے',
    ],
    [
      'پاک افغان سرحد: پاکستان نے افغانستان پر جنگ بندی کی خلاف ورزی کا الزام لگایا',
      'پاک افغان سرحد: افغانستان نے پاکستان پر جنگ بندی کی خلاف ورزی کا الزام لگایا',
    ],
    [
      'کابل نے اسلام آباد پر جنگ بندی کی خلاف ورزی کا الزام لگایا',
      'اسلام آباد نے کابل پر جنگ بندی کی خلاف ورزی کا الزام لگایا ہے',
    ],
    [
      'پاکستان افغانستان ته د اوربند د ماتولو په اړه سخت خبرداری ورکړ',
      'افغانستان پاکستان ته د اوربند د ماتولو په اړه سخت خبرداری ورکړ',
    ],
    ['پاکستان افغانستان را به نقض آتش‌بس متهم کرد', 'افغانستان پاکستان را به نقض آتش‌بس متهم کرد'],
  ])('%s | %s', (one, other) => {
    expect(same({ title: one }, { title: one.replace(' ', '  ') })).toBe(true);
    expect(same({ title: one }, { title: other })).toBe(false);
  });

  it('also under summaries of their own', () => {
    const title = 'شمالی وزیرستان میں سیکیورٹی فورسز کی کارروائی، دہشت گرد ہلاک';
    const summary = 'آئی ایس پی آر کے مطابق خفیہ اطلاع پر کارروائی کے دوران پانچ دہشت گرد مارے گئے';
    const other = 'فوج کے شعبہ تعلقات عامہ نے بتایا کہ علاقے میں آپریشن جاری ہے اور دو اہلکار زخمی ہیں';
    expect(same({ title, summary }, { title, summary: other })).toBe(true);
    expect(same({ title, summary }, { title: title.replace('شمالی', 'جنوبی'), summary: other })).toBe(false);
  });
});

describe('two like headlines alone are one story', () => {
  it.each([
    [
      'where one leaves the place out',
      'Five people killed in blast, officials say',
      'Five people killed in Kabul blast, officials say',
    ],
    [
      'where a capital stands for its state',
      'Islamabad rejects claim of air strikes on civilians',
      'Pakistan rejects claim of air strikes on civilians',
    ],
    [
      'where a state is named for its people',
      'Afghan officials condemn air strikes on border villages',
      'Afghanistan officials condemn air strikes on border villages',
    ],
    [
      'where both states do the same, and are named the other way round',
      'Pakistan, Afghanistan agree to extend ceasefire after Doha talks',
      'Afghanistan and Pakistan agree to extend ceasefire after Doha talks',
    ],
    [
      'where one names them together and the other apart',
      'Pakistan and Afghanistan extend the ceasefire after Doha talks',
      'Afghanistan to extend the ceasefire with Pakistan after Doha talks',
    ],
    [
      'where the border of both is named the other way round',
      'Five killed in clashes along Afghan-Pakistan border, officials say',
      'Five killed in clashes along Pakistan-Afghan border, officials say',
    ],
    [
      'where both states do the same, in Urdu',
      'پاکستان اور افغانستان کے درمیان جنگ بندی میں توسیع پر اتفاق',
      'افغانستان اور پاکستان کے درمیان جنگ بندی میں توسیع پر اتفاق',
    ],
    [
      'where both states do the same, in Pashto',
      'د پاکستان او افغانستان ترمنځ د اوربند پر غځولو هوکړه وشوه',
      'د افغانستان او پاکستان ترمنځ د اوربند پر غځولو هوکړه وشوه',
    ],
    [
      'where both states do the same, in Dari',
      'توافق پاکستان و افغانستان بر تمدید آتش‌بس پس از مذاکرات',
      'توافق افغانستان و پاکستان بر تمدید آتش‌بس پس از مذاکرات',
    ],
    [
      'where a state is named for its people or capital in the same order',
      'Islamabad summons Afghan envoy over attack on border post',
      'Pakistan summons Kabul envoy over attack on border post',
    ],
    [
      'where a name is spelled otherwise',
      'قندهار کې چاودنه څو تنه ووژل او ټپیان کړل',
      'کندهار کې چاودنه څو تنه ووژل او ټپیان کړل',
    ],
  ])('%s', (_, one, other) => {
    expect(same({ title: one }, { title: other })).toBe(true);
  });
});

describe('the comparison', () => {
  it('does not depend on which comes first', () => {
    const word = fc.constantFrom(
      ...`${TITLE} ${SUMMARY} day 600 601 Monday two 2 Kabul second north closes (AP) —`.split(' '),
    );
    const wording = fc.record({
      title: fc.array(word, { maxLength: 10 }).map((list) => list.join(' ')),
      summary: fc.array(word, { maxLength: 25 }).map((list) => list.join(' ')),
    });
    fc.assert(fc.property(wording, wording, (one, other) => expect(same(one, other)).toBe(same(other, one))));
  });
});
