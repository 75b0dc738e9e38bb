export type Script = 'arabic' | 'devanagari' | 'latin' | 'other' | 'none';

const SCRIPTS: Script[] = ['arabic', 'devanagari', 'latin', 'other', 'none'];
const NONE = SCRIPTS.indexOf('none');
const LETTER = /\p{L}/u;

/** By code, below which all that is common stands, the index of its script. */
const TABLE_END = 0x2000;
const SCRIPT_BY_CODE = Uint8Array.from({ length: TABLE_END }, (_, code) => scriptOf(code));

/** The script of most letters; of equally many the first in the order arabic, devanagari, latin, other. */
export function dominantScript(text: string): Script {
  const counts = new Uint32Array(SCRIPTS.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const code = unit < 0xd800 ? unit : (text.codePointAt(at) ?? 0);
    if (code > 0xffff) at++;
    const script = SCRIPT_BY_CODE[code] ?? scriptOf(code);
    counts[script] = (counts[script] ?? 0) + 1;
  }
  counts[NONE] = 0;
  const most = Math.max(...counts);
  return most === 0 ? 'none' : (SCRIPTS[counts.indexOf(most)] ?? 'none');
}

/** By Unicode block. */
function scriptOf(code: number): number {
  return SCRIPTS.indexOf(LETTER.test(String.fromCodePoint(code)) ? scriptOfLetter(code) : 'none');
}

function scriptOfLetter(code: number): Script {
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 'latin';
  if (code >= 0x600 && code < 0x780) return 'arabic';
  if ((code >= 0x8a0 && code < 0x900) || (code >= 0xfb50 && code < 0xff00)) return 'arabic';
  return code >= 0x900 && code < 0x980 ? 'devanagari' : 'other';
}
