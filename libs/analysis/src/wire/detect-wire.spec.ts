import { readField } from '../field-text.js';
import { AGENCY_FORMS } from './agencies.js';
import { detectWire } from './detect-wire.js';

const wire = ({ title = '', summary = '', author = null as string | null }) =>
  detectWire(readField('title', title), readField('summary', summary), author);

describe('the agency of an article', () => {
  it.each([
    ['KABUL, Afghanistan (AP) — A blast hit the capital on Monday.', 'AP'],
    ['BATON ROUGE, La. (AP) — The vote was close.', 'AP'],
    ['KABUL (Reuters) - Talks resumed.', 'Reuters'],
    ['ISLAMABAD, Nov 24 (APP): The prime minister said so.', 'APP'],
    ['Kabul [Afghanistan], November 24 (ANI): A tremor was felt.', 'ANI'],
    ['KABUL, Nov. 24 (Xinhua) -- Officials met.', 'Xinhua'],
    ['PESHAWAR (Online) — Police said so.', 'Online'],
    ['Islamabad (AFP) Troops moved to the border.', 'AFP'],
    ['(AFP) Troops moved to the border.', 'AFP'],
    ['PARIS (AFP/AP) - Troops moved.', 'AFP'],
    ['KABUL (Pajhwok): A school reopened.', 'Pajhwok'],
    ['KABUL (BNA) A school reopened.', 'Bakhtar'],
    ['Tehran, IRNA – The minister left for Kabul.', 'IRNA'],
    ['MOSCOW, November 24. /TASS/. The envoy arrived.', null],
    ['Reuters | Kabul Troops moved to the border.', 'Reuters'],
    ['By Reuters KABUL Troops moved.', 'Reuters'],
    ['Troops moved to the border. (IANS)', 'IANS'],
    ['Troops moved to the border. (AFP/Reuters)', 'AFP'],
    ['NEW DELHI (PTI) — Troops moved to the border.', 'PTI'],
    ['Troops moved to the border, officials said. — AP', 'AP'],
    ['Troops moved to the border.-AFP', 'AFP'],
    ['Troops moved to the border | dpa', 'dpa'],
  ])('is read from an English summary: %s', (summary, agency) => {
    expect(wire({ summary })).toBe(agency);
  });

  it.each([
    ['کابل: (اے ایف پی) طالبان نے اعلان کیا ہے۔', 'AFP'],
    ['اسلام آباد (اے پی پی) وزیر اعظم نے کہا ہے۔', 'APP'],
    ['اسلام آباد(آئی این پی) وزیر خارجہ روانہ ہو گئے۔', 'INP'],
    ['پشاور (آن لائن) پولیس کے مطابق دھماکہ ہوا۔', 'Online'],
    ['کابل (رائٹرز) مذاکرات شروع ہو گئے۔', 'Reuters'],
    ['مذاکرات شروع ہو گئے۔ (اے پی)', 'AP'],
    ['مذاکرات شروع ہو گئے۔ – رائٹرز', 'Reuters'],
    ['کابل (پژواک، ۳ قوس): ښوونځی پرانیستل شو.', 'Pajhwok'],
    ['کابل، ۲ قوس (باختر): ښوونځی پرانیستل شو.', 'Bakhtar'],
    ['کابل/ باختر/ مکتب بازگشایی شد.', 'Bakhtar'],
    ['تهران - ایرنا - وزیر خارجه وارد کابل شد.', 'IRNA'],
    ['کابل (رويترز) گفتگوها آغاز شد.', 'Reuters'],
    ['پاریس (فرانس پرس) - گفتگوها آغاز شد.', 'AFP'],
  ])('is read from an Urdu, Pashto or Persian summary: %s', (summary, agency) => {
    expect(wire({ summary })).toBe(agency);
  });

  it.each([
    ['Troops move to the border (AFP)', 'AFP'],
    ['Troops move to the border | Reuters', 'Reuters'],
    ['پاک افغان سرحد بند (رائٹرز)', 'Reuters'],
  ])('is read from a title: %s', (title, agency) => {
    expect(wire({ title })).toBe(agency);
  });

  it.each([
    ['Reuters', 'Reuters'],
    ['By REUTERS', 'Reuters'],
    ['Reuters Staff', 'Reuters'],
    ['AFP News Agency', 'AFP'],
    ['Agence France-Presse in Kabul', 'AFP'],
    ['Kathy Example, Associated Press', 'AP'],
    ['The Associated Press', 'AP'],
    ['PTI', 'PTI'],
    ['Dawn.com | AFP', 'AFP'],
    ['news@ap.example (AP)', 'AP'],
    ['اے پی پی', 'APP'],
    ['خبرگزاری فارس', 'Fars'],
  ])('is read from an author: %s', (author, agency) => {
    expect(wire({ author })).toBe(agency);
  });

  it.each([
    'Reuters reported that troops moved to the border.',
    'Two officials told Reuters on Monday that troops moved.',
    'The Associated Press and AFP had earlier reported the clash.',
    'Officials told the news agency (AFP) - which they often do - that troops moved.',
    'Photo editors of AP, who work in Kabul, won a prize.',
    'She uses the Bloomberg terminal',
    'He was the chairman of the Pakistan Tehreek-e-Insaf (PTI)',
    'A man was charged by the Australian Federal Police (AFP).',
    'Smoke rises over the border on Nov. 3. (Reuters/Some One)',
    'خبر رساں ادارے (اے ایف پی) کے مطابق طالبان نے اعلان کیا ہے۔',
    'اے ایف پی کے مطابق طالبان نے اعلان کیا ہے۔',
    'به گزارش رویترز، گفتگوها آغاز شد.',
    'خبرگزاری (رویترز) گزارش داد که گفتگوها آغاز شد.',
    'د رویټرز په وینا خبرې پیل شوې.',
    'باختر یو لرغونی نوم دی.',
    '',
  ])('is not read from a mention: %s', (summary) => {
    expect(wire({ summary })).toBeNull();
    expect(wire({ title: summary })).toBeNull();
  });

  it('is not read from a headline that only says who reported it, nor from people and desks', () => {
    expect(wire({ title: 'Bank plans new bonds – Bloomberg' })).toBeNull();
    for (const author of ['Ani Example', 'Ani', 'Online Desk', 'Online', 'News Desk', 'Khaama Press', ''])
      expect(wire({ author })).toBeNull();
  });

  it('goes by the dateline before the author', () => {
    expect(wire({ summary: 'KABUL (AP) — Troops moved.', author: 'Reuters' })).toBe('AP');
  });

  it.each(AGENCY_FORMS.map(({ form, agency }) => [form, agency]))(
    'knows %s in brackets as %s',
    (form, agency) => {
      const place = /[A-Za-z]/.test(form) ? 'KABUL' : 'کابل';
      expect(wire({ summary: `${place} (${form}): Troops moved.` })).toBe(agency);
    },
  );

  it('takes little time over a long text made to be searched', () => {
    const summary = `${'K'.repeat(2_000)} ${'( AP '.repeat(2_000)}${' -'.repeat(2_000)}`;
    expect(wire({ title: summary, summary })).toBeNull();
  });
});
