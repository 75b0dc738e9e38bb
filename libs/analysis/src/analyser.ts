import type { Analysis } from '#domain/analysis.js';
import type { LoadedTaxonomy } from '#domain/taxonomy.js';
import { findActs } from './acts/find-acts.js';
import { detectLanguage, type LanguageClues } from './language/detect-language.js';
import { readField } from './field-text.js';
import { findMentions, judgeRelevance } from './relevance/judge-relevance.js';
import { scoreSentiment } from './sentiment/score-sentiment.js';
import { signStory } from './stories/sign-story.js';
import { createThemeTagger } from './themes/tag-themes.js';
import { detectWire } from './wire/detect-wire.js';

/** Raised whenever this library's output changes for any input; together with the taxonomy it dates an analysis. */
export const ANALYSIS_CODE_VERSION = '3';

export type AnalysisInput = LanguageClues & { author?: string | null };
export type ArticleAnalysis = Omit<Analysis, 'version' | 'revision'>;
export type Analyser = { analyse(input: AnalysisInput): ArticleAnalysis };

/** Prepares the phrases of a taxonomy once. Throws where a term has no word in it. */
export function createAnalyser(taxonomy: LoadedTaxonomy): Analyser {
  const tagThemes = createThemeTagger(taxonomy);
  return {
    analyse(input) {
      const title = readField('title', input.title);
      const summary = readField('summary', input.summary);
      const language = detectLanguage(input);
      const fields = [title, summary];
      const mentions = findMentions(fields);
      const relevance = judgeRelevance(mentions);
      const themes = tagThemes({ fields, language, mentions, about: relevance.about });
      const sentiment = scoreSentiment(title, summary, language);
      const acts = findActs(fields, mentions, language);
      const signature = signStory(title, summary);
      const wire = detectWire(title, summary, input.author ?? null);
      return { language, relevance, themes, sentiment, acts, signature, wire };
    },
  };
}
