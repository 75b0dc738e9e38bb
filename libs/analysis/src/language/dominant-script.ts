export type Script = 'arabic' | 'devanagari' | 'latin' | 'other' | 'none';

const LETTER = /\p{L}/u;

/** The script of most letters; of equally many the first in the order arabic, devanagari, latin, other. */
export function dominantScript(text: string): Script {
  const counts = { arabic: 0, devanagari: 0, latin: 0, other: 0 };
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== 'none') counts[script]++;
  }
  let best: { script: Script; count: number } = { script: 'none', count: 0 };
  for (const [script, count] of Object.entries(counts)) {
    if (count > best.count) best = { script: script as Script, count };
  }
  return best.script;
}

/** By Unicode block. */
function scriptOf(character: string): Script {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return isAsciiLetter(code) ? 'latin' : 'none';
  if (code >= 0x620 && code <= 0x64a) return 'arabic';
  if (!LETTER.test(character)) return 'none';
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 'latin';
  if (code >= 0x600 && code < 0x780) return 'arabic';
  if ((code >= 0x8a0 && code < 0x900) || (code >= 0xfb50 && code < 0xff00)) return 'arabic';
  return code >= 0x900 && code < 0x980 ? 'devanagari' : 'other';
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
