import { alertsContract } from './alerts.js';
import { articleAnalysesContract } from './article-analyses.js';
import { articleFactsContract } from './article-facts.js';
import { articlePagesContract } from './article-pages.js';
import { articleSearchContract } from './article-search.js';
import { articleStoriesContract } from './article-stories.js';
import { articleWorkContract } from './article-work.js';
import { deliveriesContract } from './deliveries.js';
import { feedLeasesContract } from './feed-leases.js';
import { feedsContract } from './feeds.js';
import type { OpenStores } from './harness.js';
import { progressContract } from './progress.js';
import { versionsContract } from './versions.js';
import { windowRecordsContract } from './window-records.js';
import { windowsContract } from './windows.js';

/** What every adapter of the store ports keeps to. `open` gives an empty store each time; the suite closes it. */
export function storeContract(name: string, open: OpenStores): void {
  describe(`the store on ${name}`, () => {
    articleFactsContract(open);
    articleWorkContract(open);
    articleAnalysesContract(open);
    articleStoriesContract(open);
    articlePagesContract(open);
    articleSearchContract(open);
    feedsContract(open);
    feedLeasesContract(open);
    windowsContract(open);
    windowRecordsContract(open);
    alertsContract(open);
    deliveriesContract(open);
    versionsContract(open);
    progressContract(open);
  });
}
