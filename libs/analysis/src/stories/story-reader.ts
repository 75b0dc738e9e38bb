import type { StoryNode } from '#domain/article.js';
import { readStory, type StoryReading } from './story-reading.js';

/** Remembers the readings of texts, since one is compared with many. Meant to live as long as one join. */
export class StoryReader {
  private readonly known = new Map<string, StoryReading>();

  read({ title, summary }: Pick<StoryNode, 'title' | 'summary'>): StoryReading {
    const wording = `${title}\n${summary}`;
    let reading = this.known.get(wording);
    if (!reading) this.known.set(wording, (reading = readStory({ title, summary })));
    return reading;
  }
}
