import { OperatorError } from '#domain/errors.js';
import { importError } from './describe-import.js';

const progress = {
  ...{ id: 'a', file: 'a.csv', position: 0, inserted: 0, known: 0, rejected: 0 },
  ...{ done: false, updatedAt: new Date(0) },
};
const errorAfter = (records: number, error: unknown, isResumable = true): unknown =>
  importError(error, { ...progress, records }, isResumable);

describe('an error that ends an import', () => {
  it('says how many records are imported, and that the same command goes on', () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
    expect(errorAfter(1_500, full)).toEqual(
      new OperatorError(
        'database or disk is full\nThe 1,500 records before that are imported.\n' +
          'When it is mended, the same command goes on where this one stopped.',
      ),
    );
  });

  it('is left as it is where a file is refused before anything is imported', () => {
    expect(errorAfter(0, new OperatorError('a.csv has no column.'))).toEqual(
      new OperatorError('a.csv has no column.'),
    );
  });

  it('does not promise to go on after standard input', () => {
    expect((errorAfter(7, new OperatorError('It broke.'), false) as Error).message).toBe(
      'It broke.\nThe 7 records before that are imported.',
    );
  });

  it('keeps its trace where it is a mistake of the program', () => {
    const mistake = new TypeError('x is undefined');
    expect(errorAfter(7, mistake)).toBe(mistake);
  });
});
