import { appendFileSync } from 'node:fs';

/** Adds a line of counts to the file that JEST_RESULTS names, so that several runs can be summed. */
export default class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    if (numPendingTests > 0) {
      const missing = ['MONGODB_URI', 'REDIS_URL'].filter((name) => !process.env[name]);
      const why =
        missing.length > 0 ? ` (${missing.join(' and ')} not set: \`npm run services:up\` gives both)` : '';
      console.error(`\nLEFT OUT: ${numPendingTests} tests${why}`);
    }
    const file = process.env.JEST_RESULTS;
    if (!file) return;
    const counts = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
    };
    appendFileSync(file, `${JSON.stringify(counts)}\n`);
  }
}
