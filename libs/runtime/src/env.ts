import { z } from 'zod';
import { OperatorError } from '#domain/errors.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A poll waits for so many documents at most to be read, its own included. */
const READ_IN_TURN = 4;
/** For what a poll does beside fetching and reading. */
const SLACK_MS = 1_000;

type Most = { ms: number; words: string };
const A_DAY: Most = { ms: DAY, words: 'at most a day' };
const TEN_MINUTES: Most = { ms: 10 * MINUTE, words: 'at most ten minutes (600000)' };
const EVER: Most = { ms: 400 * DAY, words: 'at most 400 days' };

const ms = (usual: number, least = 1, most = EVER) =>
  z.coerce.number().int().min(least).max(most.ms, most.words).default(usual);
const port = (usual: number) => z.coerce.number().int().min(0).max(65_535).default(usual);
const commaList = (usual: string) =>
  z
    .string()
    .default(usual)
    .transform((given) =>
      given
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );

/** Every setting, its default and its bounds; `config/.env.example` explains them. */
const envSchema = z
  .object({
    RUN_MODE: z
      .enum(['embedded', 'distributed'], { error: 'embedded (the default) or distributed' })
      .default('embedded'),
    DATA_DIR: z.string().default('data'),
    MONGODB_URI: z.string().optional(),
    REDIS_URL: z.string().optional(),
    HOST: z.string().default('127.0.0.1'),
    PORT: port(3000),
    HEALTH_PORT: port(0),
    CONFIG_DIR: z.string().default('config'),
    SOURCES_FILE: z.string().optional(),
    THEMES_FILE: z.string().optional(),
    ALERTS_FILE: z.string().optional(),
    OPT_OUT_FILE: z.string().optional(),
    ZONES: commaList('UTC,Asia/Karachi,Asia/Kabul'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    CONTACT: z
      .string()
      .regex(/^[\x20-\x7e]+$/, 'a page or an address in plain ASCII')
      .optional(),
    ALLOW_ORIGINS: commaList(''),
    SWEEP_INTERVAL_MS: ms(5_000, 50, A_DAY),
    POLL_INTERVAL_MS: ms(15 * MINUTE, 50),
    MIN_POLL_INTERVAL_MS: ms(10 * MINUTE, 50),
    MAX_POLL_INTERVAL_MS: ms(24 * 60 * MINUTE, 50),
    HOST_GAP_MS: ms(5_000, 0),
    FETCH_TIMEOUT_MS: ms(15_000, 100, TEN_MINUTES),
    PARSE_TIMEOUT_MS: ms(10_000, 100, TEN_MINUTES),
    ARTICLE_LEASE_MS: ms(MINUTE, 100),
    FEED_LEASE_MS: ms(2 * MINUTE, 100),
    HALF_HOUR_DAYS: z.coerce.number().int().min(1).max(3_660).default(120),
    FETCH_LOG_DAYS: z.coerce.number().int().min(1).max(3_660).default(400),
    STORE_LOST_EXIT_MS: ms(MINUTE, 100),
    DRAIN_MS: ms(7_000, 0),
    ALLOW_HOSTS: commaList(''),
  })
  .refine((env) => env.RUN_MODE === 'embedded' || (env.MONGODB_URI && env.REDIS_URL), {
    path: ['RUN_MODE'],
    error:
      'distributed needs MONGODB_URI (like mongodb://127.0.0.1:27017/narrative) and REDIS_URL (like redis://127.0.0.1:6379)',
  })
  .superRefine((env, context) => {
    if (env.FEED_LEASE_MS >= leastLeaseMs(env)) return;
    context.addIssue({
      ...{ code: 'custom', path: ['FEED_LEASE_MS'] },
      message: `at least FETCH_TIMEOUT_MS + ${READ_IN_TURN} × PARSE_TIMEOUT_MS + ${SLACK_MS}, so that no poll outlasts its reservation: set it to ${leastLeaseMs(env)} or more, or lower the other two`,
    });
  });

function leastLeaseMs(env: { FETCH_TIMEOUT_MS: number; PARSE_TIMEOUT_MS: number }): number {
  return env.FETCH_TIMEOUT_MS + READ_IN_TURN * env.PARSE_TIMEOUT_MS + SLACK_MS;
}

export type Env = z.infer<typeof envSchema>;

/** What reading documents needs. */
const parserSchema = z.object({ PARSE_TIMEOUT_MS: envSchema.shape.PARSE_TIMEOUT_MS });

/** What analysing texts needs. */
const analyserSchema = z.object({
  CONFIG_DIR: envSchema.shape.CONFIG_DIR,
  SOURCES_FILE: envSchema.shape.SOURCES_FILE,
  THEMES_FILE: envSchema.shape.THEMES_FILE,
});

/** Throws OperatorError naming every setting that cannot be used and what would be right. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  return readSettings(envSchema, variables);
}

/** The settings that reading documents needs, whatever the others are. Throws OperatorError. */
export function readParserEnv(variables: Record<string, string | undefined>): z.infer<typeof parserSchema> {
  return readSettings(parserSchema, variables);
}

/** The settings that analysing texts needs, whatever the others are. Throws OperatorError. */
export function readAnalyserEnv(
  variables: Record<string, string | undefined>,
): z.infer<typeof analyserSchema> {
  return readSettings(analyserSchema, variables);
}

function readSettings<S extends z.ZodType>(
  schema: S,
  variables: Record<string, string | undefined>,
): z.infer<S> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new OperatorError(
    `These settings cannot be used:\n${lines.join('\n')}\nThey are explained in config/.env.example.`,
  );
}
