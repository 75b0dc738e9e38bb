import { DARI_POLITICS } from './dari-politics.js';
import { DARI_SOCIETY } from './dari-society.js';
import { ENGLISH_DIPLOMACY } from './english-diplomacy.js';
import { ENGLISH_ECONOMY } from './english-economy.js';
import { ENGLISH_OTHER } from './english-other.js';
import { ENGLISH_SECURITY } from './english-security.js';
import { ENGLISH_SOCIETY } from './english-society.js';
import { PASHTO_POLITICS } from './pashto-politics.js';
import { PASHTO_SOCIETY } from './pashto-society.js';
import { type Language, type Topic } from './topic.js';
import { URDU_POLITICS } from './urdu-politics.js';
import { URDU_SOCIETY } from './urdu-society.js';

/** What ordinary days are told with, by language. */
export const PHRASE_BOOKS: Record<Language, readonly Topic[]> = {
  en: [...ENGLISH_SECURITY, ...ENGLISH_DIPLOMACY, ...ENGLISH_ECONOMY, ...ENGLISH_SOCIETY, ...ENGLISH_OTHER],
  ur: [...URDU_POLITICS, ...URDU_SOCIETY],
  ps: [...PASHTO_POLITICS, ...PASHTO_SOCIETY],
  prs: [...DARI_POLITICS, ...DARI_SOCIETY],
};
