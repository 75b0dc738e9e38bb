/** How far the work has come; zeros but for `articles` when all is done. */
export type Progress = {
  articles: number;
  unsettled: number;
  quarantined: number;
  windowsOutstanding: number;
  deliveriesDue: number;
};
