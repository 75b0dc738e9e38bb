import { type Language, type Tone } from './phrases/topic.js';

/** Which of the stories that a newcomer should see an item belongs to. */
export type StoryName = 'closure' | 'reopening' | 'growth' | 'wire';

/** An item of a sample feed, with what its writer had in mind. */
export type SampleItem = {
  outletId: string;
  url: string;
  title: string;
  summary: string;
  /** The headline after an edit, or null where it is never edited. */
  editedTitle: string | null;
  publishedAt: Date;
  language: Language;
  theme: string;
  tone: Tone;
  story: StoryName | null;
};
