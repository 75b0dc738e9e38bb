import fc from 'fast-check';
import { CsvRows, type Row } from './csv-rows.js';

function rowsOf(text: string, delimiter = ','): Row[] {
  const reader = new CsvRows(delimiter);
  const rows = text.split('\n').flatMap((line) => reader.take({ text: line, isCut: false }));
  return [...rows, ...reader.end()];
}

const cellsOf = (...given: Parameters<typeof rowsOf>) =>
  rowsOf(...given).map((row) => ('cells' in row ? row.cells : row.reason));

describe('the rows of CSV', () => {
  it('come back as any writer of RFC 4180 wrote them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'ہ', '|') });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n');
        expect(cellsOf(text)).toEqual(rows);
      }),
    );
  });

  it('span lines within quotation marks', () => {
    expect(cellsOf('a,b\n"two\nlines, and ""more""",2\n3,4')).toEqual([
      ['a', 'b'],
      ['two\nlines, and "more"', '2'],
      ['3', '4'],
    ]);
  });

  it('are read as people write them: blanks around marks, marks within words, empty cells at the end', () => {
    expect(cellsOf('"a" , "b"\na 5" gun,"He said "no" today"\n,')).toEqual([
      ['a', 'b'],
      ['a 5" gun', 'He said "no" today'],
      ['', ''],
    ]);
  });

  it('lose only the line of a quotation mark that is never closed', () => {
    const rest = Array.from({ length: 3_000 }, (_, i) => `${i},"row, ${i}"`).join('\n');
    const rows = rowsOf(`a,b\n1,"open, ${'x'.repeat(10)}\n${rest}`);
    expect(rows[1]).toEqual({
      text: `1,"open, ${'x'.repeat(10)}`,
      reason: 'a quotation mark is never closed',
    });
    expect(rows.slice(2).map((row) => ('cells' in row ? row.cells[1] : null))).toEqual(
      Array.from({ length: 3_000 }, (_, i) => `row, ${i}`),
    );
  });

  it('are read without regard to such a mark where the cells come out right', () => {
    expect(cellsOf('a,b\n"open,1\nc,2')).toEqual([
      ['a', 'b'],
      ['"open', '1'],
      ['c', '2'],
    ]);
  });

  it('keep their text as it stands in the file', () => {
    expect(rowsOf('a,b\n"x\ny",1').map(({ text }) => text)).toEqual(['a,b', '"x\ny",1']);
  });

  it('wait a hundred lines at most for a mark to close, so that a stray one in every line costs little', () => {
    const reader = new CsvRows(',');
    reader.take({ text: 'a,b', isCut: false });
    const taken = Array.from({ length: 102 }, () => reader.take({ text: '1,"open', isCut: false }).length);
    expect(taken.findIndex((rows) => rows > 0)).toBe(100);
    expect(reader.end()).toHaveLength(100);
  });
});
