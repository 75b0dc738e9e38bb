/** Alerts are of several kinds; those that are there are spikes. Those of one feed are looked up after each of its polls. */
export const alerts = `
ALTER TABLE alert ADD COLUMN kind TEXT NOT NULL DEFAULT 'spike';
CREATE INDEX alert_series ON alert (series, opened_at, id);
`;
