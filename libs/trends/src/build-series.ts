import type { Grouping } from '#domain/trend-question.js';
import type { SourceRegister } from '#domain/source-register.js';
import { addTally, emptyTally, type Tally } from '#domain/tally.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import type { CellGroup, Counts, RecordAbout, RecordQuery, TimedRecord } from '#domain/window-record.js';
import { bucketsBetween, granularityOf, type Bucket } from './buckets.js';
import type { TrendQuery } from './trend-query.js';

/** Sums of one bucket: of the series, of all themes under the same filter, and of all analysed whatever their relevance. */
export type PointSums = { bucket: Bucket; counts: Counts; total: Tally; volume: Tally; open: boolean };

export type SeriesSums = { theme: string; group: string | null; points: PointSums[] };

export type BuiltSeries = { series: SeriesSums[]; versions: number[] };

/** The records that {@link buildSeries} needs: the themes and all themes at each relevance, and all themes at any. */
export function recordsFor(query: TrendQuery, register: SourceRegister): RecordQuery {
  const themes = new Set([ALL_THEMES, ...query.themes]);
  const series = [...themes].flatMap((theme) =>
    query.abouts.map((about) => ({ theme, about: about as RecordAbout })),
  );
  return {
    granularity: granularityOf(query.interval),
    zone: query.zone,
    from: query.from,
    to: query.to,
    series: [...series, { theme: ALL_THEMES, about: 'any' }],
    group: groupOf(query, register),
  };
}

/**
 * Folds window records into series of points, one for every bucket between `from` and `to`. Each theme asked for is a
 * series; a grouping splits each by the sources or languages of its cells. A point is open while its bucket has not
 * ended at `now`, or while records of one of its windows carry different marks.
 */
export function buildSeries(query: TrendQuery, records: TimedRecord[], now: Date): BuiltSeries {
  const buckets = bucketsBetween(query.from, query.to, query.interval, query.zone);
  const index = bucketIndex(buckets);
  const fold = new SeriesFold(query, buckets);
  const versions = new Set<number>();
  for (const record of records) {
    for (const version of record.versions) versions.add(version);
    fold.add(index(record.start), record);
  }
  const open = openBuckets(records, buckets, index, now);
  return { series: fold.series(open), versions: [...versions].sort((a, b) => a - b) };
}

/** The group that stands for the whole series where nothing splits it. */
const WHOLE = '';

/** Whether totals do: nothing is filtered or split by source or language. */
function isWhole({ by, sources, languages }: TrendQuery): boolean {
  return (by === null || by === 'theme') && sources === null && languages === null;
}

function groupOf(query: TrendQuery, register: SourceRegister): CellGroup | null {
  if (isWhole(query)) return null;
  const sources = query.sources && new Set(query.sources);
  const languages = query.languages && new Set(query.languages);
  const name = groupName(query.by, register);
  return (source, language) => {
    const passes = (!sources || sources.has(source)) && (!languages || languages.has(language));
    return passes ? name(source, language) : null;
  };
}

function groupName(
  by: Grouping | null,
  register: SourceRegister,
): (source: string, language: string) => string {
  if (by === null || by === 'theme') return () => WHOLE;
  if (by === 'language') return (_, language) => language;
  if (by === 'source') return (source) => source;
  return (source) => register.get(source)?.[by] ?? 'unknown';
}

/** Finds the bucket of an instant; records come in order of time, so the search goes on where the last one ended. */
function bucketIndex(buckets: Bucket[]): (at: Date) => number {
  let last = 0;
  return (at) => {
    if (buckets[last] && at < buckets[last]!.start) last = 0;
    while (last < buckets.length - 1 && at >= buckets[last]!.end) last++;
    return last;
  };
}

function openBuckets(
  records: TimedRecord[],
  buckets: Bucket[],
  index: (at: Date) => number,
  now: Date,
): boolean[] {
  const open = buckets.map((bucket) => bucket.end > now);
  const marks = new Map<string, number>();
  for (const record of records) {
    const mark = marks.get(record.windowId) ?? record.mark;
    if (mark !== record.mark) open[index(record.start)] = true;
    marks.set(record.windowId, mark);
  }
  return open;
}

type Sums = { counts: Counts; total: Tally; volume: Tally };

const emptySums = (): Sums => ({
  counts: { all: emptyTally(), origins: emptyTally() },
  total: emptyTally(),
  volume: emptyTally(),
});

class SeriesFold {
  private readonly groups = new Map<string, Map<string, Sums[]>>();
  private readonly themes: string[];
  private readonly whole: boolean;

  constructor(
    query: TrendQuery,
    private readonly buckets: Bucket[],
  ) {
    this.themes = query.themes.length > 0 ? query.themes : [ALL_THEMES];
    this.whole = isWhole(query);
    if (query.by === null || query.by === 'theme') this.group(WHOLE);
  }

  add(bucket: number, record: TimedRecord): void {
    if (this.whole) this.addCounts(this.group(WHOLE), bucket, record, record.totals);
    for (const [name, counts] of record.groups) this.addCounts(this.group(name), bucket, record, counts);
  }

  series(open: boolean[]): SeriesSums[] {
    const groups = [...this.groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return groups.flatMap(([group, themes]) =>
      this.themes.map((theme) => ({
        theme,
        group: group === WHOLE ? null : group,
        points: themes.get(theme)!.map((sums, i) => ({ bucket: this.buckets[i]!, ...sums, open: open[i]! })),
      })),
    );
  }

  private addCounts(group: Map<string, Sums[]>, bucket: number, record: TimedRecord, counts: Counts): void {
    if (record.about === 'any') {
      for (const points of group.values()) addTally(points[bucket]!.volume, counts.all);
      return;
    }
    const own = group.get(record.theme)?.[bucket];
    if (own) {
      addTally(own.counts.all, counts.all);
      addTally(own.counts.origins, counts.origins);
    }
    if (record.theme !== ALL_THEMES) return;
    for (const points of group.values()) addTally(points[bucket]!.total, counts.all);
  }

  private group(name: string): Map<string, Sums[]> {
    let group = this.groups.get(name);
    if (!group) {
      group = new Map(this.themes.map((theme) => [theme, this.buckets.map(emptySums)]));
      this.groups.set(name, group);
    }
    return group;
  }
}
