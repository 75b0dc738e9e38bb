import { hostOf, onlyLanguage, OUTLETS, type Outlet } from './outlets.js';

/** The path of an outlet's feed on the sample server. */
export function feedPath(outlet: Pick<Outlet, 'id'>): string {
  return `/feeds/${outlet.id}.xml`;
}

/** The sample outlets as a `config/sources.yaml`, with feeds at `origin` (like `http://127.0.0.1:8080`). */
export function sourcesYaml(origin: string): string {
  const sources = OUTLETS.map((outlet) => ({
    id: outlet.id,
    name: outlet.name,
    country: outlet.country,
    bloc: outlet.bloc,
    language: onlyLanguage(outlet) ?? 'mixed',
    kind: outlet.kind,
    hosts: [hostOf(outlet)],
    feeds: [feedEntry(outlet, origin)],
  }));
  // JSON is YAML, and needs no package.
  return `# Invented outlets of the demo.\n${JSON.stringify({ sources }, null, 2)}\n`;
}

function feedEntry(outlet: Outlet, origin: string) {
  const language = onlyLanguage(outlet);
  return {
    id: outlet.id,
    url: `${origin}${feedPath(outlet)}`,
    ...(language && { language }),
    verified: false,
  };
}
