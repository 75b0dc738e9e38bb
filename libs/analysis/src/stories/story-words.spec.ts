import { readField } from '../field-text.js';
import { storyWords } from './story-words.js';

const read = (title: string, summary = '') =>
  storyWords(readField('title', title), readField('summary', summary));
const text = (summary: string) => read('', summary).text.join(' ');
const BODY = 'troops from both sides moved to the crossing after a night of talks';

describe('the words of a report', () => {
  it.each([
    `KABUL, Afghanistan (AP) — ${BODY}`,
    `ISLAMABAD: ${BODY}`,
    `DUBAI, United Arab Emirates — ${BODY}`,
    `${BODY} (Reuters)`,
    `${BODY} (AFP)`,
    `${BODY} (AFP/Reuters)`,
    `${BODY}. — AFP`,
    `${BODY} Read more`,
    `${BODY} Continue reading...`,
    `${BODY} The post Troops move appeared first on Sample Post.`,
    `${BODY} Follow our border news live blog for latest updates`,
    `${BODY}. If you haven’t yet, sign up here.`,
    `Welcome to Sample Briefing, bringing you the latest. ${BODY}`,
    `  ${BODY.toUpperCase()} `,
  ])('are without datelines, bylines and boilerplate: %s', (summary) => {
    expect(text(summary)).toBe(BODY);
  });

  it.each([
    'کابل: (اے ایف پی) دونوں ملکوں کے فوجی مذاکرات کے بعد سرحد پر پہنچ گئے',
    'اسلام آباد: دونوں ملکوں کے فوجی مذاکرات کے بعد سرحد پر پہنچ گئے',
    'دونوں ملکوں کے فوجی مذاکرات کے بعد سرحد پر پہنچ گئے (رائٹرز)',
    'دونوں ملکوں کے فوجی مذاکرات کے بعد سرحد پر پہنچ گئے مزید پڑھیں',
  ])('are so in Arabic script too: %s', (summary) => {
    expect(text(summary)).toBe(text('دونوں ملکوں کے فوجی مذاکرات کے بعد سرحد پر پہنچ گئے'));
    expect(text(summary)).not.toBe('');
  });

  it('keep brackets that are no credit', () => {
    expect(text(`${BODY} as in the season before (2023/24)`)).toContain('before 2023 24');
  });

  it('keep what is said in the middle of a sentence', () => {
    const summary = 'officials told Reuters on Monday that troops moved and the border was closed';
    expect(text(summary)).toBe(summary.toLowerCase());
  });

  it.each([
    'A soldier stands guard at the crossing near the town of Chaman on Nov. 3, 2023. (Some One/Getty Images)',
    'A soldier stands guard at the crossing near the town of Chaman on Nov. 3. REUTERS/Some One',
    'A soldier stands guard at the crossing near the town of Chaman. (Courtesy of the army)',
  ])('are none where the summary is the caption of a photo: %s', (caption) => {
    expect(text(caption)).toBe('');
  });

  it.each([
    'Latest news bulletin | October 12th – Midday',
    'Morning briefing',
    'Top stories of the day, Friday 13 October',
    'آج کی اہم ترین خبریں اور سرخیاں',
    'Kabul and Islamabad talk',
  ])('are none where a title is a rubric or too short: %s', (title) => {
    expect(read(title).title).toEqual([]);
  });

  it('are those of an ordinary headline', () => {
    expect(read('Troops move to the Torkham border (AFP)').title.join(' ')).toBe(
      'troops move to the torkham border',
    );
  });
});
