/** What finding near-duplicates costs: keys, candidates and time. */
import { readField } from '#analysis/field-text.js';
import { bandKeys } from '#analysis/stories/min-hash.js';
import { isSameStory } from '#analysis/stories/same-story.js';
import { overlap, textShingles, titleShingles } from '#analysis/stories/shingles.js';
import { signStory, TEXT_BANDS, TITLE_BANDS } from '#analysis/stories/sign-story.js';
import { readStory } from '#analysis/stories/story-reading.js';
import { detectWire } from '#analysis/wire/detect-wire.js';
import { editsOf, numbers, wordsOf } from './story-edits.mjs';
import { best, candidatesOf, prepared, recall, row } from './story-measures.mjs';

const EVERY = 21;
const TIMED = 8_000;
const FIELDS = {
  title: { shingles: titleShingles, chosen: TITLE_BANDS, tried: ['5 of 3', '7 of 3', '9 of 3', '7 of 2'] },
  text: { shingles: textShingles, chosen: TEXT_BANDS, tried: ['6 of 2', '9 of 2', '12 of 2', '6 of 1'] },
};

/** How many edited copies share a key, and how many candidates there are, for other numbers of bands and rows. */
export function showTradeOff(articles) {
  console.log(
    'Keys against recall: edited copies that share a key, in %, by formula and found; candidates within 72 h',
  );
  console.log(row('', ['keys', '10 % formula', 'found', '20 % formula', 'found', 'candidates']));
  const vocabulary = articles.slice(0, 500).flatMap(({ summary }) => wordsOf(summary));
  const edits = editsOf({ random: numbers(3), vocabulary, headlines: [] });
  const copies = ['10 % of words replaced', '20 % of words replaced'].map((name) =>
    articles.filter((_, i) => i % EVERY === 0).map((one) => [one, prepared(edits[name](one))]),
  );
  for (const [field, { tried }] of Object.entries(FIELDS))
    for (const banding of tried) showBanding(articles, copies, field, banding);
  console.log('* is what articles are signed with; the formula is for the mean similarity.\n');
}

function showBanding(articles, copies, field, name) {
  const { shingles, chosen } = FIELDS[field];
  const [bands, rows] = name.split(' of ').map(Number);
  const keysOf = ({ words }) => bandKeys(shingles(words[field]), { kind: 'k', bands, rows });
  const shares = copies.flatMap((pairs) => {
    const told = pairs.filter((pair) => pair.every(({ words }) => words[field].length > 0));
    const similar = told.map(([one, copy]) => overlap(one.reading[field], copy.reading[field]).jaccard);
    const mean = similar.reduce((sum, jaccard) => sum + jaccard, 0) / similar.length;
    const met = told.map(([one, copy]) => keysOf(copy).some((key) => keysOf(one).includes(key)));
    return [(100 * (1 - (1 - mean ** rows) ** bands)).toFixed(1), recall(met)];
  });
  const mark = chosen.bands === bands && chosen.rows === rows ? ' *' : '';
  const label = `${field === 'title' ? 'title' : 'summary'}: ${bands} bands of ${rows}${mark}`;
  console.log(row(label, [bands, ...shares, candidatesOf(articles, keysOf)]));
}

export function showCosts(articles, near) {
  const keys = articles.flatMap((article) => article.keys);
  const length = keys.join('').length / keys.length;
  console.log(
    `Keys per article: ${(keys.length / articles.length).toFixed(1)}, of ${length.toFixed(1)} characters`,
  );
  const sample = articles.slice(0, TIMED);
  const fieldsOf = ({ title, summary }) => [readField('title', title), readField('summary', summary)];
  const fields = sample.map(fieldsOf);
  const works = {
    'reading title and summary, as every analysis does': () => sample.forEach(fieldsOf),
    'signing an article that is read': () => fields.forEach(([title, summary]) => signStory(title, summary)),
    'looking for its agency': () => fields.forEach(([title, summary]) => detectWire(title, summary, null)),
    'reading an article for comparison': () => sample.forEach(readStory),
  };
  console.log('Time in µs, the best of five rounds');
  for (const [name, work] of Object.entries(works)) console.log(`  ${name.padEnd(50)} ${best(TIMED, work)}`);
  const verifying = best(near.length, () =>
    near.forEach(([one, other]) => isSameStory(one.reading, other.reading)),
  );
  console.log(`  ${'verifying a pair'.padEnd(50)} ${verifying}\n`);
}
