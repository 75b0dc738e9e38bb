import fc from 'fast-check';
import { TALLY_FIELDS, type Tally } from '#domain/tally.js';
import { dayOf } from '#domain/window.js';
import { sumByGroup, type WindowRecord } from '#domain/window-record.js';
import { toRecordDocument, toRecords, vanishedRecords } from './window-document.js';

const window = dayOf(new Date('2026-03-10T12:00:00Z'), 'Asia/Karachi');
const tally = fc.record(
  Object.fromEntries(TALLY_FIELDS.map((field) => [field, fc.maxSafeInteger()])),
) as unknown as fc.Arbitrary<Tally>;
const counts = { all: tally, origins: tally };
const someRecord: fc.Arbitrary<WindowRecord> = fc.record({
  windowId: fc.constant(window.id),
  theme: fc.constantFrom('all', 'trade', 'trade+water'),
  about: fc.constantFrom('any', 'both', 'neither'),
  mark: fc.integer({ min: 1, max: 9 }),
  versions: fc.array(fc.nat()),
  totals: fc.record(counts),
  cells: fc.array(fc.record({ source: fc.string(), language: fc.string(), ...counts }), { maxLength: 4 }),
});

describe('the documents of a window', () => {
  it('give back the record that they were made of, with the start of its window', () => {
    fc.assert(
      fc.property(someRecord, (record) => {
        const { cells, ...rest } = record;
        const finest = (source: string, language: string): string => JSON.stringify([source, language]);
        const expected = { ...rest, start: window.start, groups: sumByGroup(cells, finest) };
        expect(toRecords([toRecordDocument(window, record)], finest)).toEqual([expected]);
      }),
    );
  });

  it('show one record for a theme and relevance: that of the highest mark', () => {
    fc.assert(
      fc.property(fc.array(someRecord), (records) => {
        const shown = toRecords(
          records.map((record) => toRecordDocument(window, record)),
          null,
        );
        for (const { theme, about, mark } of shown) {
          const rivals = records.filter((other) => other.theme === theme && other.about === about);
          expect(mark).toBe(Math.max(...rivals.map((other) => other.mark)));
        }
        expect(new Set(shown.map(({ theme, about }) => `${theme} ${about}`)).size).toBe(shown.length);
      }),
    );
  });

  it('are zeros of the new mark where a stored record has no successor', () => {
    const key = (theme: string) => ({ windowId: window.id, theme, about: 'both' as const });
    const vanished = vanishedRecords([key('trade'), key('water')], [key('water'), key('new')], 7);
    expect(vanished).toMatchObject([{ ...key('trade'), mark: 7, versions: [], cells: [] }]);
    expect(TALLY_FIELDS.map((field) => vanished[0]?.totals.all[field])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
