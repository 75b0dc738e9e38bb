import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AlertsConfig, alertsConfigSchema } from '#domain/alert-rules.js';
import { OperatorError } from '#domain/errors.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import {
  ALL_THEMES,
  type LoadedTaxonomy,
  taxonomySchema,
  TERM_LANGUAGES,
  type Theme,
} from '#domain/taxonomy.js';
import { dayOf } from '#domain/window.js';
import { z } from 'zod';
import { type OptOutList, parseOptOut } from '#feeds/fetch/opt-out.js';
import type { Env } from './env.js';
import { type Finding, loadYaml } from './load-yaml.js';

export type Config = {
  register: SourceRegister;
  taxonomy: LoadedTaxonomy;
  alerting: AlertsConfig;
  optOut: OptOutList;
};

/** The files that people edit. Throws OperatorError with file, line and what would be right. */
export function loadConfig(env: Env): Config {
  const file = (given: string | undefined, name: string): string => given ?? join(env.CONFIG_DIR, name);
  checkZones(env.ZONES);
  const taxonomy = loadTaxonomy(file(env.THEMES_FILE, 'themes.yaml'));
  return {
    register: loadSources(file(env.SOURCES_FILE, 'sources.yaml')),
    taxonomy,
    alerting: loadAlerts(file(env.ALERTS_FILE, 'alerts.yaml'), taxonomy, env.ZONES),
    optOut: loadOptOut(file(env.OPT_OUT_FILE, 'opt-out.txt')),
  };
}

export function loadSources(file: string): SourceRegister {
  const { value, fail } = loadYaml(file, z.strictObject({ sources: z.array(sourceSchema).min(1) }));
  const feeds = value.sources.flatMap((source, i) =>
    source.feeds.map((feed, k) => ({ feed, path: ['sources', i, 'feeds', k] })),
  );
  const findings = [
    ...repeated(
      'source id',
      value.sources.map(({ id }, i) => [id, ['sources', i, 'id']]),
    ),
    ...repeated(
      'host',
      value.sources.flatMap(({ hosts }, i) =>
        hosts.map((host, k): Named => [host, ['sources', i, 'hosts', k]]),
      ),
    ),
    ...repeated(
      'feed id',
      feeds.map(({ feed, path }) => [feed.id, [...path, 'id']]),
    ),
    ...repeated(
      'feed url',
      feeds.map(({ feed, path }) => [feed.url, [...path, 'url']]),
    ),
  ];
  return findings.length > 0 ? fail(findings) : new SourceRegister(value.sources);
}

/** The publishers that do not want to be polled; none where there is no such file. */
export function loadOptOut(file: string): OptOutList {
  return existsSync(file) ? parseOptOut(readFileSync(file, 'utf8'), file) : [];
}

export function loadTaxonomy(file: string): LoadedTaxonomy {
  const { value, fail } = loadYaml(file, taxonomySchema);
  const ids = new Set(value.themes.map(({ id }) => id));
  const parents = value.themes.flatMap(({ parent }, i): Finding[] => {
    if (parent === undefined || ids.has(parent)) return [];
    return [{ path: ['themes', i, 'parent'], message: `there is no theme "${parent}"` }];
  });
  const rings = value.themes.flatMap(({ id, parent }, i): Finding[] =>
    parent !== undefined && isAbove(value.themes, id, parent)
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
    ...value.themes.flatMap(({ terms }, i) => wordless(terms, i)),
  ];
  if (findings.length > 0) return fail(findings);
  return {
    ...value,
    hash: createHash('sha256').update(JSON.stringify(value.themes)).digest('hex').slice(0, 16),
  };
}

export function loadAlerts(file: string, taxonomy: LoadedTaxonomy, zones: string[]): AlertsConfig {
  const { value, fail } = loadYaml(file, alertsConfigSchema);
  const themes = new Set([ALL_THEMES, ...taxonomy.themes.map(({ id }) => id)]);
  const rules = new Set(value.rules.map(({ id }) => id));
  const findings: Finding[] = [
    ...repeated(
      'rule id',
      value.rules.map(({ id }, i) => [id, ['rules', i, 'id']]),
    ),
    ...repeated(
      'subscription id',
      value.subscriptions.map(({ id }, i) => [id, ['subscriptions', i, 'id']]),
    ),
    ...value.rules.flatMap((rule, i) =>
      rule.kind === 'silence'
        ? []
        : [
            ...unknown('theme', rule.themes, themes, ['rules', i, 'themes']),
            ...unknown('zone of ZONES', [rule.zone], new Set(zones), ['rules', i]),
          ],
    ),
    ...value.subscriptions.flatMap(({ rules: wanted = [] }, i) =>
      unknown('rule', wanted, rules, ['subscriptions', i, 'rules']),
    ),
  ];
  return findings.length > 0 ? fail(findings) : value;
}

/** Terms without a letter or digit, which nothing could match. */
function wordless(terms: Theme['terms'], theme: number): Finding[] {
  return TERM_LANGUAGES.flatMap((language) =>
    terms[language].flatMap((term, i): Finding[] =>
      /[\p{L}\p{N}]/u.test(term)
        ? []
        : [{ path: ['themes', theme, 'terms', language, i], message: `"${term}" has no letter in it` }],
    ),
  );
}

type Named = [name: string, path: PropertyKey[]];

function repeated(kind: string, named: Named[]): Finding[] {
  const seen = new Set<string>();
  return named.flatMap(([name, path]): Finding[] => {
    if (seen.has(name)) return [{ path, message: `the ${kind} "${name}" is used twice` }];
    seen.add(name);
    return [];
  });
}

function unknown(kind: string, names: string[], known: Set<string>, path: PropertyKey[]): Finding[] {
  return names.flatMap((name, i): Finding[] =>
    known.has(name) ? [] : [{ path: [...path, i], message: `there is no ${kind} "${name}"` }],
  );
}

function isAbove(themes: LoadedTaxonomy['themes'], id: string, start: string): boolean {
  const parentOf = new Map(themes.map((theme) => [theme.id, theme.parent]));
  const seen = new Set<string>();
  for (let at: string | undefined = start; at !== undefined && !seen.has(at); at = parentOf.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function checkZones(zones: string[]): void {
  for (const zone of zones) {
    try {
      dayOf(new Date(0), zone);
    } catch (error) {
      throw new OperatorError(`ZONES: ${(error as Error).message}`);
    }
  }
  if (!zones.includes('UTC')) throw new OperatorError('ZONES: UTC must be among them');
}
