import { foldText } from '../../html/plain-text.js';
import { MAX_LANGUAGE } from '../item.js';

/** A language tag as stated, with the hyphens that tags have; '' where nothing is stated. */
export function languageTag(stated: string): string {
  return foldText(stated, MAX_LANGUAGE).replaceAll('_', '-');
}
