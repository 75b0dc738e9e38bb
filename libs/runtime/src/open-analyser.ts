import { createAnalyser } from '#analysis/analyser.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { AnalyseText } from '#usecases/analyse/analyse-texts.js';
import type { Env } from './env.js';
import { configFile, loadSources } from './load-config.js';
import { loadTaxonomy } from './load-taxonomy.js';

export type AnalyserEnv = Pick<Env, 'CONFIG_DIR' | 'SOURCES_FILE' | 'THEMES_FILE'>;

/** What texts are analysed with where there is no store. */
export type TextAnalyser = { analyse: AnalyseText; themes: string[] };

/** Prepares a taxonomy: the configured one where no file is named. Throws OperatorError. */
export function openAnalyser(env: AnalyserEnv, file = configFile(env, 'themes.yaml')): TextAnalyser {
  const taxonomy = loadTaxonomy(file);
  const analyser = createAnalyser(taxonomy);
  return { analyse: (text) => analyser.analyse(text), themes: taxonomy.themes.map(({ id }) => id) };
}

/** The sources of the configuration; those that people added are in the store only. Throws OperatorError. */
export function openRegister(env: AnalyserEnv): SourceRegister {
  return loadSources(configFile(env, 'sources.yaml'));
}
