/**
 * Trends by the plainest means: a loop over exported rows. Shares no code with the project's own query, so that the
 * two can be held against each other.
 */
export type ExportedRow = {
  sourceId: string;
  countedAt: string;
  story: { storyId: string; origin: boolean };
  analysis: {
    language: string;
    relevance: { about: string };
    themes: { id: string }[];
    sentiment: { scored: boolean; score?: number; polarity?: string };
  };
};

export type FoldSource = { id: string; country: string; bloc: string };

export type FoldQuestion = {
  theme?: string[];
  country?: string[];
  bloc?: string[];
  source?: string[];
  language?: string[];
  about: string[];
  interval: string;
  zone: string;
  by?: string;
};

export type FoldPoint = Record<string, number | null>;

/** The points of every series that has one article or more, by "theme/group start". */
export function foldTrends(
  rows: ExportedRow[],
  sources: FoldSource[],
  question: FoldQuestion,
): Map<string, FoldPoint> {
  const known = new Map(sources.map((source) => [source.id, source]));
  const passing = rows.filter((row) => passes(row, known, question));
  const volumes = groupBy(passing, (row) => placeOf(row, known, question));
  const points = new Map<string, FoldPoint>();
  for (const [place, there] of volumes) {
    const relevant = there.filter((row) => question.about.includes(row.analysis.relevance.about));
    for (const theme of question.theme ?? ['all']) {
      const own = relevant.filter(
        (row) => theme === 'all' || row.analysis.themes.some(({ id }) => id === theme),
      );
      const origins = own.filter((row) => row.story.origin).length;
      const figure = { ...figures(own), total: relevant.length, volume: there.length, origins };
      if (own.length > 0) points.set(`${theme}/${place}`, figure);
    }
  }
  return points;
}

function passes(row: ExportedRow, known: Map<string, FoldSource>, question: FoldQuestion): boolean {
  const source = known.get(row.sourceId);
  if (question.source && !question.source.includes(row.sourceId)) return false;
  if (question.country && !question.country.includes(source?.country ?? '')) return false;
  if (question.bloc && !question.bloc.includes(source?.bloc ?? '')) return false;
  return !question.language || question.language.includes(row.analysis.language);
}

function placeOf(
  row: ExportedRow,
  known: Map<string, FoldSource>,
  { by, interval, zone }: FoldQuestion,
): string {
  const source = known.get(row.sourceId)!;
  const groups: Record<string, string> = {
    bloc: source.bloc,
    country: source.country,
    source: row.sourceId,
    language: row.analysis.language,
  };
  return `${by ? groups[by] : null} ${startOf(new Date(row.countedAt), interval, zone)}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const formatter = formatters.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  formatters.set(zone, formatter);
  return formatter;
}

/** The first local date of the interval that holds `at`, or the UTC hour. */
function startOf(at: Date, interval: string, zone: string): string {
  if (interval === 'hour') return at.toISOString().slice(0, 13);
  if (interval === '30m') return `${at.toISOString().slice(0, 14)}${at.getUTCMinutes() < 30 ? '00' : '30'}`;
  const local = formatterOf(zone).format(at);
  if (interval === 'month') return `${local.slice(0, 7)}-01`;
  if (interval === 'day') return local;
  const date = new Date(`${local}T00:00:00Z`);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** The name that {@link startOf} would give to a point that begins at `start`. */
export function nameOfPoint(start: string, interval: string, zone: string): string {
  return startOf(new Date(new Date(start).getTime() + 60_000), interval, zone);
}

function figures(rows: ExportedRow[]): FoldPoint {
  const scored = rows.filter(({ analysis }) => analysis.sentiment.scored);
  const polarity = (wanted: string): number =>
    scored.filter(({ analysis }) => analysis.sentiment.polarity === wanted).length;
  const sum = scored.reduce((all, { analysis }) => all + Math.round(analysis.sentiment.score! * 10_000), 0);
  return {
    count: rows.length,
    scored: scored.length,
    negative: polarity('negative'),
    neutral: polarity('neutral'),
    positive: polarity('positive'),
    mean: scored.length === 0 ? null : sum / scored.length / 10_000,
  };
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
