/** How near-duplicates are looked for, counted and shown in the report of them. */
import { readField } from '#analysis/field-text.js';
import { isSameStory } from '#analysis/stories/same-story.js';
import { overlap } from '#analysis/stories/shingles.js';
import { signStory } from '#analysis/stories/sign-story.js';
import { readStory } from '#analysis/stories/story-reading.js';
import { storyWords } from '#analysis/stories/story-words.js';
import { STORY_SPAN_MS } from '#pipeline/story-neighbourhood.js';

export const HOUR = 3_600_000;
export const SPAN_HOURS = STORY_SPAN_MS / HOUR;
/** Articles farther apart than this are taken for unrelated, whatever they say. */
export const UNRELATED_HOURS = 240;

export function prepared(article) {
  const [title, summary] = [readField('title', article.title), readField('summary', article.summary)];
  const words = storyWords(title, summary);
  return { ...article, words, keys: signStory(title, summary), reading: readStory(article) };
}

export function areFound(one, other) {
  return one.keys.some((key) => other.keys.includes(key)) && isSameStory(one.reading, other.reading);
}

/** Mean number of other articles within the span of a story that share a key with an article. */
export function candidatesOf(articles, keysOf) {
  const byKey = new Map();
  let candidates = 0;
  for (const article of articles) {
    const before = new Set();
    for (const key of keysOf(article)) {
      const list = byKey.get(key) ?? [];
      byKey.set(key, list);
      for (let i = list.length - 1; i >= 0 && article.at - list[i].at <= SPAN_HOURS * HOUR; i--)
        before.add(list[i]);
      list.push(article);
    }
    candidates += before.size;
  }
  return ((2 * candidates) / articles.length).toFixed(2);
}

/** Pairs that share a key: within the span of a story, and so far apart that they are unrelated. */
export function candidatePairs(articles) {
  const byKey = new Map();
  const [near, far] = [[], []];
  for (const article of articles) {
    const before = new Set(article.keys.flatMap((key) => byKey.get(key) ?? []));
    for (const other of before) {
      const hours = (article.at - other.at) / HOUR;
      if (hours <= SPAN_HOURS) near.push([other, article]);
      if (hours > UNRELATED_HOURS) far.push([other, article]);
    }
    for (const key of article.keys) byKey.set(key, [...(byKey.get(key) ?? []), article]);
  }
  return { near, far };
}

/** One-sided 95 % bound of a Poisson mean of which `k` were seen, by Wilson and Hilferty's approximation. */
export function poissonUpper(k) {
  const n = k + 1;
  return n * (1 - 1 / (9 * n) + 1.645 / (3 * Math.sqrt(n))) ** 3;
}

/** Microseconds for each of `many`, the best of five rounds. */
export function best(many, work) {
  const rounds = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return ((Math.min(...rounds) / many) * 1000).toFixed(2).padStart(7);
}

export function described([one, other]) {
  const [title, text] = ['title', 'text'].map((field) =>
    overlap(one.reading[field], other.reading[field]).jaccard.toFixed(2),
  );
  const hours = ((other.at - one.at) / HOUR).toFixed(0);
  return `  title ${title}, summary ${text}, ${hours} h: ${one.title.slice(0, 90)} (${one.outlet}) | ${other.title.slice(0, 90)} (${other.outlet})`;
}

export function recall(found) {
  return found.length === 0 ? '–' : ((found.filter(Boolean).length / found.length) * 100).toFixed(1);
}

export function row(name, cells) {
  return name.padEnd(34) + cells.map((cell) => String(cell).padStart(13)).join('');
}

export function count(number) {
  return number.toLocaleString('en');
}
