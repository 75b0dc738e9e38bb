import { type Outlet } from './outlets.js';
import { PHRASE_BOOKS } from './phrases/phrase-books.js';
import { TONES, type Language, type Topic } from './phrases/topic.js';
import { type Random } from './seeded-random.js';

/** How much of an ordinary day each theme takes; a theme that is not listed takes 1. */
const WEIGHTS: Record<string, number> = {
  other: 5,
  distrust: 2.5,
  'ttp-cross-border': 3,
  'border-durand': 2.5,
  'trade-transit': 3,
  'taliban-governance': 2.5,
  'bilateral-reset': 2.5,
  'regional-diplomacy': 2,
  'regional-platforms': 2,
  refugees: 1.5,
};

/** What `outlet` tells in `language` on an ordinary day. */
export function chooseTopic(outlet: Outlet, language: Language, random: Random): Topic {
  const themes = [...new Set(PHRASE_BOOKS[language].map(({ theme }) => theme))];
  const theme = random.pickWeighted(themes, (candidate) => WEIGHTS[candidate] ?? 1);
  return chooseTopicOf(theme, outlet, language, random);
}

/** What `outlet` tells of `theme` in `language`, in the tones that it leans to. Throws RangeError for an unknown theme. */
export function chooseTopicOf(theme: string, outlet: Outlet, language: Language, random: Random): Topic {
  const topics = PHRASE_BOOKS[language].filter((topic) => topic.theme === theme);
  const tones = TONES.filter((tone) => topics.some((topic) => topic.tone === tone));
  const tone = random.pickWeighted(tones, (candidate) => outlet.tones[candidate]);
  return random.pick(topics.filter((topic) => topic.tone === tone));
}
