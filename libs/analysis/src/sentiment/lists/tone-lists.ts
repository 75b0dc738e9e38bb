import type { ToneList } from '../tone-list.js';
import { EN_TONE } from './en-tone.js';

/** By language, `prs` for all Persian. */
export const TONE_LISTS: ReadonlyMap<string, ToneList> = new Map([['en', EN_TONE]]);
