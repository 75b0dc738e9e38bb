/** Country and press bloc of the outlets in the archive; others are `unknown`. */
const ORIGINS: Record<string, readonly [country: string, bloc: string]> = {
  'abc-top': ['US', 'western'],
  'al-jazeera': ['QA', 'gulf'],
  bbc: ['GB', 'western'],
  'bloomberg-politics': ['US', 'western'],
  'epoch-world': ['US', 'western'],
  guardian: ['GB', 'western'],
  'guardian-world': ['GB', 'western'],
  'le-monde-en': ['FR', 'western'],
  'nbc-world': ['US', 'western'],
  'nyt-world': ['US', 'western'],
  'sky-world': ['GB', 'western'],
  'times-of-india': ['IN', 'indian'],
  'washington-post-world': ['US', 'western'],
};

export function replayFeedPath(outlet: string): string {
  return `/feeds/${outlet}.xml`;
}

/** The outlets as a `config/sources.yaml` (JSON is YAML), one feed each at `origin`; the feed id is the outlet. */
export function replaySourcesYaml(outlets: readonly string[], origin: string): string {
  return sourcesYaml(new Map(outlets.map((outlet) => [outlet, origin + replayFeedPath(outlet)])));
}

/** The same, each outlet at an origin of its own. */
export function liveSourcesYaml(origins: ReadonlyMap<string, string>): string {
  return sourcesYaml(new Map([...origins].map(([outlet, origin]) => [outlet, `${origin}/${outlet}.xml`])));
}

function sourcesYaml(urls: ReadonlyMap<string, string>): string {
  const sources = [...urls].map(([outlet, url]) => {
    const [country, bloc] = ORIGINS[outlet] ?? ['unknown', 'unknown'];
    const feeds = [{ id: outlet, url, language: 'en', verified: false }];
    // No hosts: two of the outlets are sections of one paper and share theirs.
    return { id: outlet, name: outlet, country, bloc, language: 'en', kind: 'press', hosts: [], feeds };
  });
  return `${JSON.stringify({ sources }, null, 2)}\n`;
}
