/** English articles of one length, and phrases to look for in them. */
import { existsSync } from 'node:fs';
import { normaliseText } from '#text/normalise.js';
import { tokenise } from '#text/tokenise.js';
import { composed, readArchive } from './story-texts.mjs';

const ARCHIVE = '../shared/data/rss';
const SUMMARY_WORDS = 40;
const ARTICLES = 4_000;

/** Sets of articles, each with a title and a summary of 40 words, by name. */
export async function articleSets() {
  const made = composed('en', ARTICLES).map(({ title, summary }, i, all) => {
    const longer = [summary, all.at(i - 1).summary, all.at(i - 2).summary].join(' ');
    return { title, summary: firstWords(longer) };
  });
  const sets = { 'made articles': made };
  if (existsSync(ARCHIVE)) {
    const long = (await readArchive(ARCHIVE)).filter(
      ({ summary }) => summary.split(/\s+/).length >= SUMMARY_WORDS,
    );
    const step = Math.max(1, Math.floor(long.length / ARTICLES));
    const some = long.filter((_, i) => i % step === 0).slice(0, ARTICLES);
    sets['captured articles'] = some.map(({ title, summary }) => ({ title, summary: firstWords(summary) }));
  } else console.log(`LEFT OUT: ${ARCHIVE} is not there; made articles alone are measured`);
  return sets;
}

function firstWords(text) {
  return text.split(/\s+/).slice(0, SUMMARY_WORDS).join(' ');
}

/**
 * As many plain phrases in some languages, folded so that a plain search finds them too: those of the taxonomy without an
 * asterisk, evenly from all of it, and where they are too few, pairs of words that stand in the texts.
 */
export function plainPhrases(taxonomy, { languages, count, articles }) {
  const known = new Set(
    taxonomy.themes
      .flatMap(({ terms }) => languages.flatMap((language) => terms[language]))
      .flatMap(({ any }) => any)
      .filter((phrase) => !phrase.includes('*'))
      .map((phrase) => wordsOf(phrase).join(' ')),
  );
  const phrases = new Set(evenly([...known], count));
  const pairs = articles.flatMap(({ title, summary }) => pairsOf(wordsOf(`${title} ${summary}`)));
  for (const pair of evenly([...new Set(pairs)], 2 * count)) if (phrases.size < count) phrases.add(pair);
  return [...phrases];
}

function pairsOf(words) {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}

function evenly(list, count) {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

function wordsOf(text) {
  return tokenise(normaliseText(text)).map((token) => token.text);
}
