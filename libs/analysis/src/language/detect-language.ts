import { arabicScriptLanguage } from './arabic-script-language.js';
import { dominantScript, type Script } from './dominant-script.js';

export type LanguageClues = {
  title: string;
  summary: string;
  /** What the item or its feed states, like `ur`, `en-US` or `fa-AF`; null where it states nothing. */
  language: string | null;
  /** The outlet's language, `mixed` or null. */
  sourceLanguage: string | null;
};

/** Codes that mean a language which the project writes otherwise. */
const ALIASES: Record<string, string> = {
  eng: 'en',
  urd: 'ur',
  pus: 'ps',
  pst: 'ps',
  pbt: 'ps',
  pbu: 'ps',
  fas: 'fa',
  per: 'fa',
  pes: 'fa',
  ara: 'ar',
  arb: 'ar',
  hin: 'hi',
};
const NO_LANGUAGE = new Set(['und', 'mul', 'mis', 'zxx']);
const SCRIPT_OF: Record<string, Script> = {
  ...Object.fromEntries(['ur', 'ps', 'prs', 'fa', 'ar', 'sd', 'ug', 'pnb', 'skr'].map((l) => [l, 'arabic'])),
  ...Object.fromEntries(['hi', 'mr', 'ne', 'sa'].map((l) => [l, 'devanagari'])),
  ...Object.fromEntries(['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'tr', 'id'].map((l) => [l, 'latin'])),
};

/** UTF-16 units of title and summary that are looked at. */
const READ_AT_MOST = 500;

/**
 * The language of an article as an ISO 639 code, `und` where it has no letters. What item or feed state wins, then the
 * outlet's language, each where the script can be its; else the script and its letters decide. Persian is `prs` or `fa`
 * as the outlet has it, `prs` where nothing says so.
 */
export function detectLanguage(clues: LanguageClues): string {
  const text = `${clues.title}\n${clues.summary.slice(0, READ_AT_MOST)}`.slice(0, READ_AT_MOST);
  const script = dominantScript(text);
  if (script === 'none') return 'und';
  const source = plausible(clues.sourceLanguage, script);
  const stated = plausible(clues.language, script);
  if (stated === 'fa' && source === 'prs') return source;
  return stated ?? source ?? byScript(text, script);
}

/** The language that a code names, or null where it names none or one of another script. */
function plausible(code: string | null, script: Script): string | null {
  const [primary = '', ...subtags] = (code ?? '').trim().toLowerCase().split(/[-_]/);
  if (!/^[a-z]{2,3}$/.test(primary) || NO_LANGUAGE.has(primary)) return null;
  const language = ALIASES[primary] ?? primary;
  const known = SCRIPT_OF[language];
  if (known ? known !== script : script === 'arabic' || script === 'devanagari') return null;
  return language === 'fa' && subtags.includes('af') ? 'prs' : language;
}

function byScript(text: string, script: Script): string {
  if (script === 'latin') return 'en';
  if (script === 'devanagari') return 'hi';
  return script === 'arabic' ? arabicScriptLanguage(text) : 'und';
}
