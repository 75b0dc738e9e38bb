export const LANGUAGES = ['en', 'ur', 'ps', 'prs'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TONES = ['negative', 'neutral', 'positive'] as const;
export type Tone = (typeof TONES)[number];

/** What is told of a theme in one tone. Any title goes with any of the sentences; `{slots}` are filled in. */
export type Topic = {
  /** A theme id of `config/themes.yaml`, or `other`. */
  theme: string;
  tone: Tone;
  titles: readonly string[];
  sentences: readonly string[];
};

export function topic(
  theme: string,
  tone: Tone,
  titles: readonly string[],
  sentences: readonly string[],
): Topic {
  return { theme, tone, titles, sentences };
}
