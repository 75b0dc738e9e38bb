import { processEnv } from '#runtime/process-env.js';
import { runMain } from '#runtime/run-main.js';
import { startServer } from './start-server.js';

runMain(async () => {
  const { url } = await startServer(processEnv());
  console.log(`Narrative Monitor is at ${url} (API description: ${url}/docs)`);
});
