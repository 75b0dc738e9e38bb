import { monthNamed } from './month-names.js';
import { plainDateText } from './plain-date-text.js';
import { weekdayNamed } from './weekday-names.js';

const LANGUAGES =
  'en ur fa ar ar-LB ar-MA ar-DZ ps hi fr de es pt it nl ru uk pl cs tr hu el sv da fi ro id'.split(' ');
const DAY_MS = 86_400_000;
const word = (name: string | undefined) => plainDateText(name ?? '').replace(/[\s.]/g, '');

describe('monthNamed', () => {
  it.each(LANGUAGES)('knows the months in full that the runtime writes in %s', (language) => {
    const written = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month++) {
      const parts = written.formatToParts(Date.UTC(2023, month - 1, 1));
      const name = word(parts.find(({ type }) => type === 'month')?.value);
      expect([name, monthNamed(name)]).toEqual([name, { calendar: 'gregorian', month }]);
    }
  });

  it.each(['fa', 'fa-AF', 'ps'])('knows the Solar Hijri months that the runtime writes in %s', (language) => {
    const written = new Intl.DateTimeFormat(`${language}-u-ca-persian-nu-latn`, {
      month: 'long',
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month++) {
      const name = word(written.format(Date.UTC(2025, 2, 25) + (month - 1) * 30.5 * DAY_MS));
      expect([name, monthNamed(name)]).toEqual([name, { calendar: 'solar-hijri', month }]);
    }
  });

  it.each(['', 'monday', 'محرم', 'رمضان', 'constructor'])('knows no month %p', (name) => {
    expect(monthNamed(name)).toBeNull();
  });
});

describe('weekdayNamed', () => {
  it.each(LANGUAGES.filter((language) => !['ro', 'id'].includes(language)).concat('ko', 'ja', 'zh'))(
    'knows the days of the week that the runtime writes in %s',
    (language) => {
      const written = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
      for (let day = 0; day < 7; day++) {
        const name = word(written.format(Date.UTC(2023, 9, 1 + day)).split('-')[0]);
        expect([name, weekdayNamed(name)]).toEqual([name, day]);
      }
    },
  );
});
