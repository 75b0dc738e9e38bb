import type { ToneList } from '../tone-list.js';
import { EN_TONE } from './en-tone.js';
import { PRS_TONE } from './prs-tone.js';
import { PS_TONE } from './ps-tone.js';
import { UR_TONE } from './ur-tone.js';

/** By language, `prs` for all Persian. */
export const TONE_LISTS: ReadonlyMap<string, ToneList> = new Map([
  ['en', EN_TONE],
  ['ur', UR_TONE],
  ['ps', PS_TONE],
  ['prs', PRS_TONE],
]);
