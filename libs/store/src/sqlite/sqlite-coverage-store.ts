import type { CoverageDay, CoverageGroup, CoverageState } from '#domain/coverage.js';
import { CoverageStore } from '#domain/ports/coverage-store.js';
import type { Connection } from './connection.js';
import { replaceInto, list } from './sql.js';

type CoverageRow = {
  source_id: string;
  day: string;
  state: CoverageState;
  seen: number;
  expected: number | null;
  polls: number;
  failed_polls: number;
};

const COLUMNS = [
  'source_id',
  'day',
  'state',
  'seen',
  'expected',
  'polls',
  'failed_polls',
] as const satisfies (keyof CoverageRow)[];

const SAVE = replaceInto('coverage', COLUMNS);

const OF_ALL = 'SELECT * FROM coverage WHERE day >= :from AND day < :to ORDER BY day, source_id';

/** One range for each source, however many others there are. */
const OF_SOURCES = `
SELECT c.* FROM json_each(:sources) s CROSS JOIN coverage c
ON c.source_id = s.value AND c.day >= :from AND c.day < :to ORDER BY c.day, c.source_id`;

/** Ids of sources hold no comma. */
const GROUPS = `
SELECT day, state, group_concat(source_id) AS ids FROM coverage
WHERE day >= :from AND day < :to GROUP BY day, state ORDER BY day, state`;

export class SqliteCoverageStore extends CoverageStore {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async save(days: CoverageDay[]): Promise<void> {
    this.connection.atomic(() => {
      for (const day of days) this.connection.run(SAVE, coverageRow(day));
    });
  }

  override async days(ask: { from: string; to: string; sources: string[] | null }): Promise<CoverageDay[]> {
    const { from, to, sources } = ask;
    const rows = sources
      ? this.connection.all<CoverageRow>(OF_SOURCES, { from, to, sources: list([...new Set(sources)]) })
      : this.connection.all<CoverageRow>(OF_ALL, { from, to });
    return rows.map(toCoverageDay);
  }

  override async groups(from: string, to: string): Promise<CoverageGroup[]> {
    const rows = this.connection.all<{ day: string; state: CoverageState; ids: string }>(GROUPS, {
      from,
      to,
    });
    return rows.map(({ day, state, ids }) => ({ day, state, sourceIds: ids.split(',').sort() }));
  }
}

function coverageRow(day: CoverageDay): CoverageRow {
  return {
    source_id: day.sourceId,
    day: day.day,
    state: day.state,
    seen: day.seen,
    expected: day.expected,
    polls: day.polls,
    failed_polls: day.failedPolls,
  };
}

function toCoverageDay(row: CoverageRow): CoverageDay {
  return {
    sourceId: row.source_id,
    day: row.day,
    state: row.state,
    seen: row.seen,
    expected: row.expected,
    polls: row.polls,
    failedPolls: row.failed_polls,
  };
}
