import { arabicScriptLanguage } from './arabic-script-language.js';
import { devanagariLanguage } from './devanagari-language.js';
import { dominantScript, type Script } from './dominant-script.js';
import { plausibleLanguage } from './language-codes.js';
import { latinScriptLanguage } from './latin-script-language.js';
import { otherScriptLanguage } from './other-script-language.js';

export type LanguageClues = {
  title: string;
  summary: string;
  /** What the item or its feed states, like `ur`, `en-US` or `fa-AF`; null where it states nothing. */
  language: string | null;
  /** The outlet's language, `mixed` or null. */
  sourceLanguage: string | null;
};

/** UTF-16 units of title and summary that are looked at. */
const READ_AT_MOST = 500;

/**
 * The language of an article as an ISO 639 code, `und` where it has no letters or they are of a language not known
 * here. What item or feed state wins where the script can be its; else letters and words decide, and the outlet's
 * language unless they clearly speak against it. Persian is `prs` or `fa` as the outlet has it, `prs` where nothing
 * says so. Looks at some 500 characters.
 */
export function detectLanguage(clues: LanguageClues): string {
  const read = `${clues.title.slice(0, READ_AT_MOST)}\n${clues.summary.slice(0, READ_AT_MOST)}`;
  const text = read.slice(0, READ_AT_MOST).normalize('NFKC').slice(0, READ_AT_MOST);
  const script = dominantScript(text);
  if (script === 'none') return 'und';
  const source = plausibleLanguage(clues.sourceLanguage, script);
  const stated = plausibleLanguage(clues.language, script);
  if (stated === 'fa' && source === 'prs') return source;
  return stated ?? READERS[script](text, source);
}

/** By script: the language of a text, given the outlet's where the script can be its. */
const READERS: Record<Exclude<Script, 'none'>, (text: string, outlet: string | null) => string> = {
  arabic: arabicScriptLanguage,
  devanagari: devanagariLanguage,
  latin: latinScriptLanguage,
  other: otherScriptLanguage,
};
