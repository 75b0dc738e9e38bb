import type { Job, JobSpec } from '#domain/job.js';
import type { SpecTable } from './spec-table.js';

/** A job made ready to wait: its payload as JSON, since a queue outside of the process keeps nothing else. */
export type Parcel = { spec: JobSpec; json: string; key: string | null };

/**
 * Throws a PermanentError for an unknown job name, before any job of the list has gone anywhere, and an Error for a
 * dedupe key that is empty or holds a ":".
 */
export function packJobs(table: SpecTable, jobs: readonly Job[]): Parcel[] {
  return jobs.map(({ name, payload }) => {
    const spec = table.of(name);
    return { spec, json: JSON.stringify(payload ?? null), key: dedupeKeyOf(spec, payload) };
  });
}

/** A payload that does not match has no key: it goes its way and is reported when it is its turn. */
function dedupeKeyOf(spec: JobSpec, payload: unknown): string | null {
  const parsed = spec.schema.safeParse(payload);
  if (!parsed.success) return null;
  const key = spec.dedupeKey(parsed.data as never);
  if (key === '' || key?.includes(':')) {
    throw new Error(`the dedupe key "${key}" of ${spec.name} is empty or holds a ":"`);
  }
  return key;
}
