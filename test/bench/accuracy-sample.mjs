/** Labelled titles, and what the analysis makes of them. */
import { readFileSync } from 'node:fs';
import winkSentiment from 'wink-sentiment';

/** Themes that the sample counts as another one. */
const COUNTED_AS = { recognition: 'taliban-governance', 'four-p': 'bilateral-reset' };
/** Themes that the sample does not label. */
const UNLABELLED = new Set(['securitisation', 'shared-interests']);

/**
 * The titles of an NDJSON file `{title, language, source, themes, polarity, form?}`, each with the themes and the
 * polarity that were found in the title alone. What is not scored counts as neutral.
 */
export function readSample(file, analyser) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => judged(JSON.parse(line), analyser));
}

function judged({ title, language, source, themes, polarity, form = 'as published' }, analyser) {
  const text = { title, summary: '', language, sourceLanguage: null, author: null };
  const analysis = analyser.analyse(text);
  const tags = analysis.themes.map(({ id }) => id);
  return {
    ...{ title, language, source, form, polarity },
    gold: labelled(themes),
    found: labelled(tags),
    fires: tags.length > 0,
    scored: analysis.sentiment.scored,
    foundPolarity: analysis.sentiment.polarity ?? 'neutral',
    winkPolarity: signOf(winkSentiment(title).score),
  };
}

function labelled(themes) {
  return new Set(themes.map((theme) => COUNTED_AS[theme] ?? theme).filter((theme) => !UNLABELLED.has(theme)));
}

function signOf(score) {
  if (score === 0) return 'neutral';
  return score < 0 ? 'negative' : 'positive';
}
