import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AlertsConfig, alertsConfigSchema } from '#domain/alert-rules.js';
import { OperatorError } from '#domain/errors.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { ALL_THEMES, type LoadedTaxonomy } from '#domain/taxonomy.js';
import { dayOf } from '#domain/window.js';
import { z } from 'zod';
import { type OptOutList, parseOptOut } from '#feeds/fetch/opt-out.js';
import type { Env } from './env.js';
import { type Named, repeated, unknown } from './config-findings.js';
import { loadTaxonomy } from './load-taxonomy.js';
import { type Finding, loadYaml } from './load-yaml.js';

export type Config = {
  register: SourceRegister;
  taxonomy: LoadedTaxonomy;
  alerting: AlertsConfig;
  optOut: OptOutList;
};

const SETTING_OF = {
  'sources.yaml': 'SOURCES_FILE',
  'themes.yaml': 'THEMES_FILE',
  'alerts.yaml': 'ALERTS_FILE',
  'opt-out.txt': 'OPT_OUT_FILE',
} as const;

/** Where a file of the configuration lies: as its own setting says, else in the folder of all. */
export function configFile<Name extends keyof typeof SETTING_OF>(
  env: Pick<Env, 'CONFIG_DIR' | (typeof SETTING_OF)[Name]>,
  name: Name,
): string {
  return env[SETTING_OF[name]] ?? join(env.CONFIG_DIR, name);
}

/** The files that people edit. Throws OperatorError with file, line and what would be right. */
export function loadConfig(env: Env): Config {
  checkZones(env.ZONES);
  const taxonomy = loadTaxonomy(configFile(env, 'themes.yaml'));
  return {
    register: loadSources(configFile(env, 'sources.yaml')),
    taxonomy,
    alerting: loadAlerts(configFile(env, 'alerts.yaml'), taxonomy, env.ZONES),
    optOut: loadOptOut(configFile(env, 'opt-out.txt')),
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
