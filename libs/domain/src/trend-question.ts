/** The length of a point of a trend: half hours and hours of UTC, or days, weeks and months of a zone. */
export const INTERVALS = ['30m', 'hour', 'day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** What a trend can be split by. */
export const GROUPINGS = ['theme', 'bloc', 'country', 'source', 'language'] as const;
export type Grouping = (typeof GROUPINGS)[number];
