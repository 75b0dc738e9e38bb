import type { Script } from './dominant-script.js';

/** Codes that mean a language which the project writes otherwise. */
const ALIASES: Record<string, string> = {
  ...{ eng: 'en', urd: 'ur', hin: 'hi', mar: 'mr', nep: 'ne', npi: 'ne', ara: 'ar', arb: 'ar' },
  ...{ pus: 'ps', pst: 'ps', pbt: 'ps', pbu: 'ps', fas: 'fa', per: 'fa', pes: 'fa' },
  ...{
    snd: 'sd',
    uig: 'ug',
    uzb: 'uz',
    tuk: 'tk',
    tgk: 'tg',
    kur: 'ku',
    in: 'id',
    ind: 'id',
    msa: 'ms',
    may: 'ms',
  },
  ...{
    fra: 'fr',
    fre: 'fr',
    deu: 'de',
    ger: 'de',
    spa: 'es',
    ita: 'it',
    nld: 'nl',
    dut: 'nl',
    por: 'pt',
    tur: 'tr',
  },
  ...{ rus: 'ru', zho: 'zh', chi: 'zh', ben: 'bn', iw: 'he', nb: 'no', nn: 'no' },
};
const NO_LANGUAGE = new Set(['und', 'mul', 'mis', 'zxx']);

/** The scripts that a language's press is printed in. */
const SCRIPTS = new Map<string, Set<Script>>();
write('arabic', 'ur ps prs fa ar sd ug ckb ku bal bgn brh haz ks pa pnb skr az azb uz uzs tk kk ky');
write('devanagari', 'hi mr ne sa mai bho kok sd ks doi');
write(
  'latin',
  'en fr de es it nl pt tr id ms az ca cs da et eu fi hr hu is ku lt lv no pl ro sk sl sq sr sv sw tk tl uz vi',
);
write(
  'other',
  'am az be bg bn el gu he hy ja ka kk km kn ko ky lo mk ml mn my or pa ru si sr ta te tg th tk uk uz zh',
);

function write(script: Script, languages: string): void {
  for (const language of languages.split(' ')) {
    SCRIPTS.set(language, (SCRIPTS.get(language) ?? new Set<Script>()).add(script));
  }
}

/**
 * The language that a code like `ur`, `en-US` or `fas` names, as the project writes it, where a text of this script can
 * be in it; else null. A code the project has no note of is believed but for Arabic script and Devanagari.
 */
export function plausibleLanguage(code: string | null, script: Script): string | null {
  const [primary = '', ...subtags] = (code ?? '').trim().toLowerCase().split(/[-_]/);
  if (!/^[a-z]{2,3}$/.test(primary) || NO_LANGUAGE.has(primary)) return null;
  const language = Object.hasOwn(ALIASES, primary) ? (ALIASES[primary] ?? primary) : primary;
  const scripts = SCRIPTS.get(language);
  if (scripts ? !scripts.has(script) : script === 'arabic' || script === 'devanagari') return null;
  return language === 'fa' && subtags.includes('af') ? 'prs' : language;
}
