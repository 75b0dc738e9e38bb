import { PermanentError } from '#domain/errors.js';
import type { JobHandler, JobSpec } from '#domain/job.js';

/** The kinds of job a dispatcher was opened with, by name. */
export class SpecTable {
  private readonly byName: ReadonlyMap<string, JobSpec>;

  /** Throws where two specs share a name. */
  constructor(specs: readonly JobSpec[]) {
    this.byName = new Map(specs.map((spec) => [spec.name, spec]));
    if (this.byName.size < specs.length) throw new Error('two job specs share one name');
  }

  all(): JobSpec[] {
    return [...this.byName.values()];
  }

  /** Throws a PermanentError for a name that no spec has. */
  of(name: string): JobSpec {
    const spec = this.byName.get(name);
    if (spec === undefined) throw new PermanentError(`there is no job named "${name}"`);
    return spec;
  }

  /** Throws unless every spec has its handler and every handler its spec. */
  checkHandlers(handlers: ReadonlyMap<string, JobHandler>): void {
    const idle = this.all().filter(({ name }) => !handlers.has(name));
    if (idle.length > 0) throw new Error(`no handler for: ${idle.map(({ name }) => name).join(', ')}`);
    const unknown = [...handlers.keys()].filter((name) => !this.byName.has(name));
    if (unknown.length > 0) throw new Error(`a handler without a job spec: ${unknown.join(', ')}`);
  }
}
