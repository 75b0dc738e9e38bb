/**
 * `npm run bench:analyse`: how fast articles are analysed, on one core. All stages against `wink-sentiment` alone, and the
 * search for 2,000 phrases against one RegExp alternation of them, in turn in one run, and what share each stage has.
 * The bar for phrases is for those of all languages together, since that is what is looked for in every article.
 * It needs a build, which the script makes.
 */
import winkSentiment from 'wink-sentiment';
import { createAnalyser } from '#analysis/analyser.js';
import { readField } from '#analysis/field-text.js';
import { detectLanguage } from '#analysis/language/detect-language.js';
import { DenseAutomaton, WORD_START } from '#analysis/phrases/dense-automaton.js';
import { PhraseMatcher } from '#analysis/phrases/phrase-matcher.js';
import { findMentions, judgeRelevance } from '#analysis/relevance/judge-relevance.js';
import { scoreSentiment } from '#analysis/sentiment/score-sentiment.js';
import { signStory } from '#analysis/stories/sign-story.js';
import { createThemeTagger } from '#analysis/themes/tag-themes.js';
import { detectWire } from '#analysis/wire/detect-wire.js';
import { TERM_LANGUAGES } from '#domain/taxonomy.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { articleSets, plainPhrases } from './analyse-texts.mjs';
import { describeMachine } from './bench-setup.mjs';

const PHRASES = 2_000;
const ROUNDS = 15;
const WARM_UP = 3;
/** What is asked for: of the speed of the scorer alone, and of the alternation. */
const BARS = { stages: 0.4, phrases: 6 };

console.log(describeMachine());
const configured = loadTaxonomy('config/themes.yaml');
const sets = await articleSets();
const everyArticle = Object.values(sets).flat();
const phrasesIn = (...languages) =>
  plainPhrases(configured, { languages, count: PHRASES, articles: everyArticle });
const searches = {
  'in English': { phrases: phrasesIn('en'), before: '\\b', after: '\\b', flags: 'g', bar: null },
  'in four languages': {
    ...{ phrases: phrasesIn(...TERM_LANGUAGES), flags: 'gu', bar: BARS.phrases },
    // What \b takes for a word has no letters but those of English.
    ...{ before: '(?<![\\p{L}\\p{M}\\p{N}])', after: '(?![\\p{L}\\p{M}\\p{N}])' },
  },
};
const taxonomy = withPhrases(configured, searches['in English'].phrases);
const started = performance.now();
const analyser = createAnalyser(taxonomy);
console.log(
  `${countPhrases(taxonomy)} phrases in the taxonomy, prepared in ${(performance.now() - started).toFixed(0)} ms; ${ROUNDS} rounds in turn, medians of processor time`,
);
for (const [name, articles] of Object.entries(sets)) {
  const inputs = articles.map((article) => ({
    ...article,
    language: null,
    sourceLanguage: 'en',
    author: null,
  }));
  compareStages(name, inputs);
  shareStages(inputs);
  for (const [where, search] of Object.entries(searches)) comparePhrases(where, search, inputs);
}

function countPhrases({ themes }) {
  const rules = themes.flatMap(({ terms }) => Object.values(terms).flat());
  return sum(rules.map(({ any }) => any.length));
}

/** The taxonomy with a theme of the phrases that it lacks, so that it has as many as are measured. */
function withPhrases(taxonomy, added) {
  const own = new Set(taxonomy.themes.flatMap(({ terms }) => terms.en.flatMap(({ any }) => any)));
  const any = added.filter((phrase) => !own.has(phrase)).slice(0, Math.max(0, PHRASES - own.size));
  if (any.length === 0) return taxonomy;
  const filler = { ...taxonomy.themes[0], id: 'filler', parent: undefined };
  return {
    ...taxonomy,
    themes: [...taxonomy.themes, { ...filler, terms: { en: [{ any }], ur: [], ps: [], prs: [] } }],
  };
}

function compareStages(name, inputs) {
  const times = inTurn({
    'wink-sentiment alone': () => {
      for (const { title, summary } of inputs) winkSentiment(`${title}\n${summary}`);
    },
    'all stages': () => {
      for (const input of inputs) analyser.analyse(input);
    },
  });
  console.log(`\n${name}: ${inputs.length}, ${averageLength(inputs)} characters each`);
  for (const [side, all] of Object.entries(times))
    console.log(
      `  ${side.padEnd(34)} ${((inputs.length / median(all)) * 1e3).toFixed(0).padStart(8)} articles/s`,
    );
  showRatio(times, 'wink-sentiment alone', 'all stages', BARS.stages);
}

/** All look for the same phrases in the same folded texts; matches of the alternation do not overlap. */
function comparePhrases(where, { phrases, before, after, flags, bar }, inputs) {
  const fields = inputs.flatMap(({ title, summary }) => [
    readField('title', title),
    readField('summary', summary),
  ]);
  const matcher = new PhraseMatcher(phrases.map((phrase) => ({ phrase, value: phrase })));
  const automaton = new DenseAutomaton(
    phrases.map((phrase) => WORD_START + phrase.replaceAll(' ', WORD_START)),
  );
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  const alternation = new RegExp(`${before}(?:${longestFirst.map(escaped).join('|')})${after}`, flags);
  let found = 0;
  const sides = {
    'one RegExp alternation': () => {
      for (const { normalised } of fields) found += normalised.text.match(alternation)?.length ?? 0;
    },
    'phrase matcher': () => {
      for (const text of fields) found += matcher.match(text).length;
    },
    'the automaton in it': () => {
      for (const { normalised, tokens } of fields) automaton.scan(normalised.text, tokens, () => found++);
    },
  };
  const times = inTurn(sides);
  const units = sum(fields.map(({ normalised }) => normalised.text.length));
  console.log(`  ${phrases.length} phrases ${where}`);
  for (const [side, all] of Object.entries(times))
    console.log(`    ${side.padEnd(34)} ${(units / 1e3 / median(all)).toFixed(1).padStart(8)} MB/s`);
  showRatio(times, 'one RegExp alternation', 'phrase matcher', bar);
}

/** Each stage by itself on what the earlier ones give it, in µs an article. */
function shareStages(inputs) {
  const read = inputs.map(({ title, summary }) => [readField('title', title), readField('summary', summary)]);
  const mentions = read.map(findMentions);
  const abouts = mentions.map((found) => judgeRelevance(found).about);
  const tagThemes = createThemeTagger(taxonomy);
  const each = (work) => () => {
    for (let i = 0; i < inputs.length; i++) work(i);
  };
  const times = inTurn({
    'normalise and tokenise': each((i) => {
      readField('title', inputs[i].title);
      readField('summary', inputs[i].summary);
    }),
    language: each((i) => detectLanguage(inputs[i])),
    relevance: each((i) => judgeRelevance(findMentions(read[i]))),
    themes: each((i) =>
      tagThemes({ fields: read[i], language: 'en', mentions: mentions[i], about: abouts[i] }),
    ),
    sentiment: each((i) => scoreSentiment(inputs[i].title, inputs[i].summary, 'en')),
    signature: each((i) => signStory(...read[i])),
    wire: each((i) => detectWire(...read[i], null)),
  });
  const stages = Object.entries(times).map(([stage, all]) => [stage, (median(all) / inputs.length) * 1e3]);
  const total = sum(stages.map(([, micros]) => micros));
  for (const [stage, micros] of stages)
    console.log(
      `    ${stage.padEnd(34)} ${micros.toFixed(1).padStart(8)} µs  ${((micros / total) * 100).toFixed(0).padStart(3)} %`,
    );
}

/** Processor time of each side in ms, round by round: what else runs on the machine has little part in it. */
function inTurn(sides) {
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(sides)) {
      const began = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(began);
      if (round >= 0) times[name].push((user + system) / 1e3);
    }
  }
  return times;
}

function showRatio(times, base, side, bar) {
  const ratios = times[base].map((time, i) => time / times[side][i]).sort((one, other) => one - other);
  const [least, most] = [ratios[0], ratios.at(-1)].map((ratio) => ratio.toFixed(2));
  const ratio = median(ratios);
  const verdict = bar === null ? '' : `; ${bar} × is asked for: ${ratio >= bar ? 'reached' : 'MISSED'}`;
  console.log(`    ${side} to ${base}: ${ratio.toFixed(2)} × (${least} to ${most})${verdict}`);
}

function averageLength(inputs) {
  return Math.round(sum(inputs.map(({ title, summary }) => title.length + summary.length)) / inputs.length);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
