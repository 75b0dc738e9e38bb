import { createHash } from 'node:crypto';
import { readPhrase } from '#analysis/phrases/read-phrase.js';
import { groupNamed, STATE_GROUPS } from '#analysis/themes/rule.js';
import {
  ALL_THEMES,
  type LoadedTaxonomy,
  taxonomySchema,
  TERM_LANGUAGES,
  type Theme,
} from '#domain/taxonomy.js';
import { themesAbove } from '#domain/themes-above.js';
import { repeated } from './config-findings.js';
import { type Finding, loadYaml } from './load-yaml.js';

/** Themes with their terms. Throws OperatorError with file, line and what would be right. */
export function loadTaxonomy(file: string): LoadedTaxonomy {
  const { value, fail } = loadYaml(file, taxonomySchema);
  const ids = new Set(value.themes.map(({ id }) => id));
  const parents = value.themes.flatMap(({ parent }, i): Finding[] => {
    if (parent === undefined || ids.has(parent)) return [];
    return [{ path: ['themes', i, 'parent'], message: `there is no theme "${parent}"` }];
  });
  const rings = value.themes.flatMap(({ id, parent }, i): Finding[] =>
    parent !== undefined && (parent === id || themesAbove([parent], value.themes).includes(id))
      ? [{ path: ['themes', i, 'parent'], message: 'a theme cannot lie above itself' }]
      : [],
  );
  const findings = [
    ...repeated(
      'theme id',
      value.themes.map(({ id }, i) => [id, ['themes', i, 'id']]),
    ),
    ...value.themes.flatMap(({ id }, i): Finding[] =>
      id === ALL_THEMES
        ? [{ path: ['themes', i, 'id'], message: `"${ALL_THEMES}" is the name of all themes together` }]
        : [],
    ),
    ...parents,
    ...rings,
    ...value.themes.flatMap((theme, i) => unreadable(theme, Object.keys(value.groups ?? {}), ['themes', i])),
    ...Object.entries(value.groups ?? {}).flatMap(([name, group]) => unreadableIn(group, ['groups', name])),
  ];
  if (findings.length > 0) return fail(findings);
  return {
    ...value,
    hash: createHash('sha256')
      .update(JSON.stringify([value.groups, value.themes]))
      .digest('hex')
      .slice(0, 16),
  };
}

/** Phrases that nothing could match, and mentions of groups that are not there. */
function unreadable(theme: Theme, groups: string[], path: PropertyKey[]): Finding[] {
  const known = new Set([...groups, ...STATE_GROUPS]);
  const inMentions = (mentions: string[] | undefined, at: PropertyKey[]): Finding[] =>
    (mentions ?? []).flatMap((mention, i) => {
      const group = groupNamed(mention);
      if (group === null) return unreadablePhrase(mention, [...at, i]);
      if (known.has(group)) return [];
      return [{ path: [...at, i], message: `there is no group "${mention}"` }];
    });
  const inRules = TERM_LANGUAGES.flatMap((language) =>
    theme.terms[language].flatMap((rule, i) => {
      const at = [...path, 'terms', language, i];
      return [
        ...rule.any.flatMap((phrase, k) => unreadablePhrase(phrase, [...at, 'any', k])),
        ...(['near', 'with', 'unless'] as const).flatMap((key) => inMentions(rule[key], [...at, key])),
      ];
    }),
  );
  return [...inMentions(theme.unless, [...path, 'unless']), ...inRules];
}

function unreadableIn(group: Record<string, string[]>, path: PropertyKey[]): Finding[] {
  return Object.entries(group).flatMap(([language, list]) =>
    list.flatMap((phrase, i) => unreadablePhrase(phrase, [...path, language, i])),
  );
}

function unreadablePhrase(phrase: string, path: PropertyKey[]): Finding[] {
  try {
    readPhrase(phrase);
    return [];
  } catch (error) {
    return [{ path, message: (error as Error).message }];
  }
}
