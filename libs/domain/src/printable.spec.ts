import { isPrintable, printable, printableLines } from './printable.js';

describe('a text of others that is printed', () => {
  it('cannot command the terminal, end its line or turn what follows around', () => {
    expect(printable('a\u001b[2Jb\u009bc\u0007d\ne\tf\u2028g')).toBe('a [2Jb c d e f g');
    expect(printable('ok \u202egnp.exe\u2066x\u2069')).toBe('ok  gnp.exe x ');
  });

  it('keeps words of every script, and the joiners that they need', () => {
    for (const text of ['افغانستان', 'می\u200cخواهد', 'Äfghân’s – “Voice”', '新華社'])
      expect([printable(text), isPrintable(text)]).toEqual([text, true]);
    expect(isPrintable('a\u001b')).toBe(false);
  });

  it('keeps the lines of a message apart', () => {
    expect(printableLines('one\u001b\ntwo')).toBe('one \ntwo');
  });
});
