import '#runtime/thread-pool.js';
import { processEnv } from '#runtime/process-env.js';
import { runMain } from '#runtime/run-main.js';
import { startServer } from './start-server.js';

runMain(async () => {
  const { url, runtime } = await startServer(processEnv());
  const { feeds, sources } = runtime.useCases.register;
  console.log(`Narrative Monitor is at ${url} (API description: ${url}/docs)`);
  console.log(`It watches ${count(feeds.length, 'feed')} of ${count(sources.length, 'outlet')}.`);
});

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
