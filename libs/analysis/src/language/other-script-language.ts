import { plausibleLanguage } from './language-codes.js';
import { ngramLanguage } from './ngram-language.js';

const TAJIK = /[ӣӯҷ]/iu;
/** Of Kazakh, Kyrgyz, Mongolian, Uzbek, Tatar and others that the detector would take for Russian. */
const CYRILLIC_OF_OTHERS = /[ғқҳәңөүұһ]/iu;

/** Russian, Chinese, Bengali, … in a script of their own; `und` where neither the outlet nor the letters tell. */
export function otherScriptLanguage(text: string, outlet: string | null): string {
  if (outlet !== null) return outlet;
  if (TAJIK.test(text)) return 'tg';
  if (CYRILLIC_OF_OTHERS.test(text)) return 'und';
  return plausibleLanguage(ngramLanguage(text)?.language ?? null, 'other') ?? 'und';
}
