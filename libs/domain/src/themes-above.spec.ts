import { themesAbove } from './themes-above.js';

const THEMES = [
  { id: 'security' },
  { id: 'militancy', parent: 'security' },
  { id: 'ttp', parent: 'militancy' },
  { id: 'border', parent: 'security' },
  { id: 'trade' },
];

describe('the themes above others', () => {
  it('are their parents up to the top, each once and in order', () => {
    expect(themesAbove(['ttp', 'border'], THEMES)).toEqual(['militancy', 'security']);
    expect(themesAbove(['trade'], THEMES)).toEqual([]);
    expect(themesAbove([], THEMES)).toEqual([]);
  });

  it('leave out what is asked for, and go on above it', () => {
    expect(themesAbove(['ttp', 'militancy'], THEMES)).toEqual(['security']);
    expect(themesAbove(['security', 'ttp'], THEMES)).toEqual(['militancy']);
  });

  it('are none of a theme that is no longer there', () => {
    expect(themesAbove(['gone'], THEMES)).toEqual([]);
  });
});
