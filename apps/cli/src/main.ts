import { Command } from 'commander';
import { processEnv } from '#runtime/process-env.js';
import { runMain } from '#runtime/run-main.js';
import { exportCommand } from './export-command.js';
import { statusCommand } from './status-command.js';

const program = new Command('narrative')
  .description(
    'Work with the data of Narrative Monitor. Reads the same settings as the server (config/.env.example).',
  )
  .showHelpAfterError();

program
  .command('export')
  .description('print every article with its analysis as NDJSON, newest first')
  .option('--pending', 'also those that are not analysed yet', false)
  .action((options: { pending: boolean }) => exportCommand(processEnv({ LOG_LEVEL: 'error' }), options));

program
  .command('status')
  .description('say how far the work has come')
  .action(() => statusCommand(processEnv({ LOG_LEVEL: 'error' })));

runMain(async () => {
  await program.parseAsync();
});
