import { describeComparison } from './describe-comparison.js';

describe('the table of what a change of the taxonomy does', () => {
  it('says how many texts have each theme before and after', () => {
    const tallies = new Map([
      ['border-durand', { before: 10, after: 12, gained: 3, lost: 1 }],
      ['refugees', { before: 4, after: 4, gained: 0, lost: 0 }],
    ]);
    expect(describeComparison({ tallies, texts: 30, changed: 4 }).split('\n')).toEqual([
      'theme          before  after  gained  lost',
      'border-durand  10      12     +3      −1',
      'refugees       4       4      0       0',
      '',
      '4 of 30 texts have other themes than before.',
    ]);
  });
});
