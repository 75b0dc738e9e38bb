import { alertsContract } from './alerts.js';
import { articleAnalysesContract } from './articles/analyses.js';
import { articleCorrectionsContract } from './articles/corrections.js';
import { articleDoublesContract } from './articles/doubles.js';
import { articleFactsContract } from './articles/facts.js';
import { articleHtmlContract } from './articles/html.js';
import { articleKeysContract } from './articles/keys.js';
import { articlePagesContract } from './articles/pages.js';
import { articleSearchContract } from './articles/search.js';
import { simultaneousPollsContract } from './articles/simultaneous-polls.js';
import { articleStoriesContract } from './articles/stories.js';
import { articleWorkContract } from './articles/work.js';
import { coverageContract } from './coverage.js';
import { deliveriesContract } from './deliveries.js';
import { addedFeedsContract } from './feeds/added.js';
import { feedClaimsContract } from './feeds/claims.js';
import { hostsContract } from './feeds/hosts.js';
import { fetchLogContract } from './feeds/log.js';
import { pollsContract } from './feeds/polls.js';
import { feedRegisterContract } from './feeds/register.js';
import type { OpenStores } from './harness.js';
import { importsContract } from './imports.js';
import { progressContract } from './progress.js';
import { sourcesContract } from './sources.js';
import { versionsContract } from './versions.js';
import { windowRecordsContract } from './window-records.js';
import { windowsContract } from './windows.js';

/** What every adapter of the store ports keeps to. `open` gives an empty store each time; the suite closes it. */
export function storeContract(name: string, open: OpenStores): void {
  describe(`the store on ${name}`, () => {
    articleFactsContract(open);
    articleKeysContract(open);
    articleDoublesContract(open);
    articleHtmlContract(open);
    simultaneousPollsContract(open);
    articleWorkContract(open);
    articleAnalysesContract(open);
    articleCorrectionsContract(open);
    articleStoriesContract(open);
    articlePagesContract(open);
    articleSearchContract(open);
    feedRegisterContract(open);
    addedFeedsContract(open);
    feedClaimsContract(open);
    hostsContract(open);
    pollsContract(open);
    fetchLogContract(open);
    coverageContract(open);
    sourcesContract(open);
    importsContract(open);
    windowsContract(open);
    windowRecordsContract(open);
    alertsContract(open);
    deliveriesContract(open);
    versionsContract(open);
    progressContract(open);
  });
}
