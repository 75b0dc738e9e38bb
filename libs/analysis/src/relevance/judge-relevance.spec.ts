import { readField } from '../field-text.js';
import { SUMMARY_WEIGHT, TITLE_WEIGHT } from '../findings.js';
import { findMentions, judgeRelevance } from './judge-relevance.js';

const judge = (title: string, summary = '') =>
  judgeRelevance(findMentions([readField('title', title), readField('summary', summary)]));

describe('judgeRelevance', () => {
  it.each([
    ['Islamabad summons Afghan envoy over cross-border firing', 'both'],
    ['Muttaqi and Ishaq Dar to meet next week', 'both'],
    ['Traders stranded as Torkham stays shut for a ninth day', 'both'],
    ['Security forces kill six TTP fighters', 'both'],
    ['Pak-Afghan trade falls by a third', 'both'],
    ['Pakistani Taliban claim attack on convoy', 'both'],
    ['طورخم سرحدی گزرگاہ پانچویں روز بھی بند', 'both'],
    ['اسلام آباد اور کابل کے درمیان مذاکرات کا نیا دور', 'both'],
    ['پاكستان او افغانستان د خبرو اترو پر دوام ټينګار وكړ', 'both'],
    ['د ډیورنډ پر کرښه نښته', 'both'],
    ['اسلام‌آباد: مهاجران افغان باید بروند', 'both'],
    ['سخنگوی طالبان ادعای پاکستان را رد کرد', 'both'],
    ['तोरखम सीमा पर तनाव', 'both'],
    ['Pakistan raises petrol prices', 'pakistan'],
    ['کراچی میں شدید بارش', 'pakistan'],
    ['Taliban ban music in Herat', 'afghanistan'],
    ['افغانانو د نوي کال جشن ولمانځه', 'afghanistan'],
    ['زلزله در کنر جان ده‌ها تن را گرفت', 'afghanistan'],
    ['Sri Lanka beat Bangladesh by six wickets', 'neither'],
    ['Quake in Sistan and Baluchestan', 'neither'],
    ['زلزله در سیستان و بلوچستان', 'neither'],
    ['', 'neither'],
  ])('%s → %s', (title, about) => {
    expect(judge(title).about).toBe(about);
  });

  it('takes the longest name and shows it with its place', () => {
    expect(judge('کَابُل: Pakistani Taliban deny link').evidence).toEqual([
      { term: 'کَابُل', field: 'title', start: 0, end: 6, language: 'ur' },
      { term: 'Pakistani Taliban', field: 'title', start: 8, end: 25, language: 'en' },
    ]);
  });

  it('is as strong as the weaker of the two sides', () => {
    expect(judge('Kabul denies claim', 'A statement came from Islamabad.')).toMatchObject({
      about: 'both',
      score: SUMMARY_WEIGHT,
    });
    expect(judge('Torkham shut').score).toBe(TITLE_WEIGHT);
    expect(judge('Kabul: Muttaqi speaks').score).toBe(1);
    expect(judge('Rain')).toEqual({ about: 'neither', score: 0, evidence: [] });
  });

  it('reads a name only as a whole word', () => {
    expect(judge('Khostin and Durandal are characters').about).toBe('neither');
  });
});
