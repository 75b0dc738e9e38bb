/**
 * `npm run bench:stories`: how well near-duplicates are found. Copies of real articles are edited and looked for, pairs
 * of unrelated ones are counted, and the real pairs across outlets are listed for the eye. The articles are those of
 * captured feed documents in ARCHIVE, which is not part of the project; without it the report says so and stops.
 * It needs a build, which the script makes.
 */
import { existsSync } from 'node:fs';
import { readField } from '#analysis/field-text.js';
import { isSameStory } from '#analysis/stories/same-story.js';
import { storyComponents } from '#analysis/stories/story-components.js';
import { detectWire } from '#analysis/wire/detect-wire.js';
import { PHRASES } from '../../dist/apps/demo/src/phrases/voices.js';
import { describeMachine } from './bench-setup.mjs';
import { showCosts, showTradeOff } from './story-costs.mjs';
import { editsOf, numbers, wordsOf } from './story-edits.mjs';
import * as measures from './story-measures.mjs';
import { composed, readArchive } from './story-texts.mjs';

const { areFound, candidatePairs, count, described, poissonUpper, prepared, recall, row } = measures;
const { HOUR, SPAN_HOURS, UNRELATED_HOURS } = measures;
const ARCHIVE = '../shared/data/rss';
const EVERY = 7;
const SHOWN = 60;
const CLASSES = ['title alone', '8–19', '20–49', '50 and more'];
const SCRIPTS = { en: 'English', ur: 'Urdu', ps: 'Pashto', prs: 'Dari' };

if (!existsSync(ARCHIVE)) {
  console.log(`SKIPPED: there is no ${ARCHIVE}, so nothing was measured.`);
  process.exit(0);
}
console.log(describeMachine());
const articles = (await readArchive(ARCHIVE)).map(prepared);
const outlets = new Set(articles.map(({ outlet }) => outlet)).size;
console.log(`${count(articles.length)} articles of ${outlets} outlets\n`);
showRecall();
showScripts();
showTradeOff(articles);
const { near, far } = candidatePairs(articles);
showFalsePairs(far);
showCosts(articles, near);
showStories();
showRealPairs(near);

/** By the words of the summary that are the report's own; a photo's caption has none. */
function classOf({ words: { text } }) {
  return CLASSES[[20, 50].reduce((at, from) => at + (text.length >= from ? 1 : 0), text.length >= 8 ? 1 : 0)];
}

function showRecall() {
  console.log('Recall in % of edited copies, by the words of the summary');
  console.log(row('', [...CLASSES, 'all']));
  const edits = editsOf({
    random: numbers(1),
    vocabulary: articles
      .filter((_, i) => i % 50 === 0)
      .flatMap(({ title, summary }) => wordsOf(`${title} ${summary}`)),
    headlines: articles.map(({ title }) => title),
  });
  const sample = articles.filter(({ keys }, i) => i % EVERY === 0 && keys.length > 0);
  for (const [name, edit] of Object.entries(edits)) {
    // An article that has nothing but its headline is another one under another.
    const usable = sample.filter(
      ({ words }) => words.text.length > 0 || !name.startsWith('another headline'),
    );
    const results = usable.map((article) => [classOf(article), areFound(article, prepared(edit(article)))]);
    const share = (wanted) =>
      recall(results.filter(([kind]) => wanted.includes(kind)).map(([, found]) => found));
    console.log(row(name, [...CLASSES.map((kind) => share([kind])), share(CLASSES)]));
  }
  const silent = articles.filter(({ keys }) => keys.length === 0).length;
  console.log(`Not counted: ${count(silent)} articles that say too little to be in a story with others.\n`);
}

function showScripts() {
  console.log(
    'Recall in % by language, on articles made of the demo’s phrases; false pairs of different topics',
  );
  const names = [
    '10 % of words replaced',
    '20 % of words replaced',
    '10 % of words mixed',
    '20 % of words mixed',
    '10 % replaced, title alone',
    '20 % replaced, title alone',
    'another headline',
  ];
  console.log(row('', [...Object.values(SCRIPTS)]));
  const columns = Object.keys(SCRIPTS).map((language) => {
    const texts = composed(language, 500).map(prepared);
    const vocabulary = texts.flatMap(({ title, summary }) => wordsOf(`${title} ${summary}`));
    const edits = editsOf({ random: numbers(2), vocabulary, headlines: texts.map(({ title }) => title) });
    const told = texts.filter(({ words, keys }) => keys.length > 0 && words.text.length > 0);
    const shares = names.map((name) =>
      recall(told.map((text) => areFound(text, prepared(edits[name](text))))),
    );
    return [...shares, falseAmong(texts)];
  });
  for (const [i, name] of [...names, 'false pairs of pairs'].entries())
    console.log(
      row(
        name,
        columns.map((column) => column[i]),
      ),
    );
  console.log();
}

/** Pairs whose phrases all differ: of other topics, and so near each other that no voice from the street comes twice. */
function falseAmong(texts) {
  const pairs = texts.flatMap((one, i) =>
    texts
      .slice(Math.max(0, i - PHRASES ** 2 + 1), i)
      .filter(({ topic }) => topic !== one.topic)
      .map((other) => [one, other]),
  );
  const found = pairs.filter(([one, other]) => areFound(one, other)).length;
  return `${found}/${Math.round(pairs.length / 1000)}k`;
}

function showFalsePairs(far) {
  let pairs = 0;
  for (let i = 0, before = 0; i < articles.length; i++) {
    while (articles[i].at - articles[before].at > UNRELATED_HOURS * HOUR) before++;
    pairs += before;
  }
  const found = far.filter(([one, other]) => isSameStory(one.reading, other.reading));
  const across = found.filter(([one, other]) => one.outlet !== other.outlet);
  const perMillion = (many) => ((many / pairs) * 1e6).toFixed(3);
  console.log(
    `False pairs: ${count(pairs)} pairs more than ten days apart, ${count(far.length)} share a key`,
  );
  console.log(
    `${found.length} verified, ${perMillion(found.length)} in a million (95 % sure: below ${perMillion(poissonUpper(found.length))}), reprints and recurring columns included; ${across.length} of them across outlets`,
  );
  for (const pair of found.slice(0, 40)) console.log(described(pair));
  console.log();
}

function showStories() {
  const nodes = articles.map(({ id, at, title, summary, keys }) => ({
    id,
    windowAt: new Date(at),
    title,
    summary,
    signature: keys,
    story: null,
    version: 1,
    revision: 1,
  }));
  const sizes = storyComponents(nodes, SPAN_HOURS * HOUR)
    .map((story) => story.length)
    .sort((a, b) => b - a);
  console.log(
    `Stories: ${count(sizes.length)}, of which ${count(sizes.filter((size) => size > 1).length)} have more than one article; the largest: ${sizes.slice(0, 10).join(', ')}`,
  );
  const wires = articles
    .map(({ title, summary, author }) =>
      detectWire(readField('title', title), readField('summary', summary), author),
    )
    .filter(Boolean);
  console.log(
    `By an agency’s own word: ${count(wires.length)} (${[...new Set(wires)].map((wire) => `${wire} ${wires.filter((one) => one === wire).length}`).join(', ')})\n`,
  );
}

function showRealPairs(near) {
  const pairs = near.filter(
    ([one, other]) => one.outlet !== other.outlet && isSameStory(one.reading, other.reading),
  );
  console.log(
    `Real pairs across outlets within ${SPAN_HOURS} h: ${pairs.length}; ${Math.min(SHOWN, pairs.length)} of them, evenly spread`,
  );
  for (let i = 0; i < Math.min(SHOWN, pairs.length); i++)
    console.log(described(pairs[Math.floor((i * pairs.length) / SHOWN)] ?? pairs[i]));
}
