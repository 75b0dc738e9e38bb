/** Alerts are of several kinds; those that are there are spikes. */
export const alerts = `
ALTER TABLE alert ADD COLUMN kind TEXT NOT NULL DEFAULT 'spike';
`;
