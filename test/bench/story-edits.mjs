/** Copies of an article as other outlets print it. Everything follows from the seed. */

/** Numbers in [0, 1) that follow from the seed alone. */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const wordsOf = (text) => text.split(/\s+/).filter(Boolean);

/** Edits by name: `(article) => copy`. `vocabulary` gives the words, `headlines` the titles that replace others. */
export function editsOf({ vocabulary, headlines, random }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const replaced = () => [pick(vocabulary)];
  const deleted = () => [];
  const inserted = (word) => [word, pick(vocabulary)];
  const mixed = (word) => pick([replaced, deleted, inserted])(word);

  /** `share` of the words changed, to the nearest whole number of words. */
  const changed = (text, share, change) => {
    const words = wordsOf(text);
    const places = new Set();
    while (places.size < Math.round(words.length * share)) places.add(Math.floor(random() * words.length));
    return words.flatMap((word, i) => (places.has(i) ? change(word) : [word])).join(' ');
  };
  const both =
    (share, change) =>
    ({ title, summary }) => ({
      title: changed(title, share, change),
      summary: changed(summary, share, change),
    });
  const halved = (text) =>
    wordsOf(text)
      .slice(0, Math.ceil(wordsOf(text).length / 2))
      .join(' ');
  const dateline = () =>
    pick(['KABUL, Afghanistan (AP) — ', 'ISLAMABAD: ', '(AFP) ', 'PESHAWAR (Reuters) - ']);

  const edits = {};
  for (const share of [0.1, 0.2]) {
    for (const [name, change] of Object.entries({ replaced, deleted, inserted, mixed }))
      edits[`${share * 100} % of words ${name}`] = both(share, change);
    edits[`${share * 100} % replaced, title alone`] = ({ title }) => ({
      title: changed(title, share, replaced),
      summary: '',
    });
  }
  edits['another dateline'] = ({ title, summary }) => ({ title, summary: dateline() + summary });
  edits['shortened to half'] = ({ title, summary }) => ({ title, summary: halved(summary) });
  edits['shortened, 10 % replaced'] = ({ title, summary }) =>
    both(0.1, replaced)({ title, summary: halved(summary) });
  edits['another headline'] = ({ summary }) => ({ title: pick(headlines), summary });
  edits['another headline, 10 % replaced'] = ({ summary }) => ({
    title: pick(headlines),
    summary: changed(summary, 0.1, replaced),
  });
  return edits;
}
