import { existsSync } from 'node:fs';
import { OperatorError } from '#domain/errors.js';
import { type Env, readAnalyserEnv, readEnv, readParserEnv } from './env.js';

/** The settings of this process: its environment, and a `.env` file beside it for what the environment leaves unset. */
export function processEnv(overrides: Record<string, string> = {}): Env {
  loadEnvFile();
  return readEnv({ ...process.env, ...overrides });
}

/** Those of them that reading documents needs; the others may be as they are. */
export function processParserEnv(): ReturnType<typeof readParserEnv> {
  loadEnvFile();
  return readParserEnv(process.env);
}

/** Those of them that analysing texts needs. */
export function processAnalyserEnv(): ReturnType<typeof readAnalyserEnv> {
  loadEnvFile();
  return readAnalyserEnv(process.env);
}

/** The value of a secret's variable, which the configuration files name and never hold. */
export const secretOf = (variable: string): string | undefined => process.env[variable];

function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    throw new OperatorError(`.env cannot be read: ${(error as Error).message}`);
  }
}

/** The environment of this process with some settings replaced, for a child process. */
export const childEnv = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...settings,
});
