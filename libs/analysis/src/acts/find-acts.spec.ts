import { toneToward } from '#domain/tone-toward.js';
import { readField } from '../field-text.js';
import { findMentions } from '../relevance/judge-relevance.js';
import { findActs } from './find-acts.js';

const actsIn = (title: string, language = 'en', summary = '') => {
  const fields = [readField('title', title), readField('summary', summary)];
  return findActs(fields, findMentions(fields), language);
};
const told = (title: string, language = 'en') =>
  actsIn(title, language).map(({ kind, by, toward }) => [kind, by.join('+'), toward.join('+')]);

describe('what one does to another', () => {
  it.each([
    ['Pakistan accuses Afghan Taliban of sheltering militants', [['accuse', 'pakistan', 'kabul']]],
    ['Kabul blames Islamabad for the strikes', [['accuse', 'kabul', 'pakistan']]],
    ['Pakistan accused of deporting refugees', [['accuse', '', 'pakistan']]],
    ['Taliban accused by Pakistan of breaking truce', [['accuse', 'pakistan', 'kabul']]],
    [
      'Muttaqi thanks Pakistan for hosting Afghan refugees',
      [
        ['praise', 'kabul', 'pakistan'],
        ['help', 'pakistan', 'refugees'],
      ],
    ],
    ['Taliban reject Pakistan’s claims', [['deny', 'kabul', 'pakistan']]],
    ['Pakistan and Afghanistan agree on ceasefire', [['agree', 'pakistan+kabul', '']]],
    ['India condemns Pakistan strikes', [['condemn', '', 'pakistan']]],
    ['Bomb kills ten in Kabul', []],
    ['Minister warns of floods', []],
    ['Kabul is calm; India warns China', []],
  ])('%s', (title, expected) => expect(told(title)).toEqual(expected));

  it.each([
    ['ur', 'پاکستان نے افغانستان پر دراندازی کا الزام لگایا', [['accuse', 'pakistan', 'kabul']]],
    [
      'ur',
      'طالبان نے پاکستان کے الزامات مسترد کر دیے',
      [
        ['accuse', 'kabul', 'pakistan'],
        ['deny', 'kabul', 'pakistan'],
      ],
    ],
    ['prs', 'پاکستان طالبان را متهم کرد', [['accuse', 'pakistan', 'kabul']]],
    ['prs', 'طالبان به پاکستان هشدار دادند', [['warn', 'kabul', 'pakistan']]],
    ['ps', 'کابل پر پاکستان نیوکه وکړه', [['condemn', 'kabul', 'pakistan']]],
  ])('in %s: %s', (language, title, expected) => expect(told(title, language)).toEqual(expected));

  it('is shown with the words that say so', () => {
    const title = 'KABUL: Pakistan warns Taliban';
    const [act] = actsIn(title);
    expect(act!.evidence.map(({ term, start, end }) => [term, title.slice(start, end)])).toEqual([
      ['Pakistan', 'Pakistan'],
      ['warns', 'warns'],
      ['Taliban', 'Taliban'],
    ]);
  });

  it('is not read in a language without a list, or where no state is named', () => {
    expect(actsIn('Pakistan accuses Taliban', 'de')).toEqual([]);
    expect(actsIn('Court accuses minister')).toEqual([]);
  });
});

describe('tone toward a party', () => {
  it('is that of the acts directed at it, and not of the event', () => {
    expect(toneToward(actsIn('Deadly attack on Pakistan border post'))).toEqual([]);
    expect(toneToward(actsIn('Pakistan accuses Taliban'))).toEqual([{ party: 'kabul', score: -1, acts: 1 }]);
    expect(toneToward(actsIn('UN praises Pakistan', 'en', 'India condemns Pakistan.'))).toEqual([
      { party: 'pakistan', score: 0, acts: 2 },
    ]);
  });
});
