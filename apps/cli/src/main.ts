import '#runtime/thread-pool.js';
import { Command } from 'commander';
import { processEnv } from '#runtime/process-env.js';
import { runMain } from '#runtime/run-main.js';
import { addAccuracyCommand } from './accuracy-command.js';
import { addAnalyseCommand } from './analyse-command.js';
import { exportCommand } from './export-command.js';
import { addFeedsCommand } from './feeds-command.js';
import { addImportCommand } from './import-command.js';
import { addOpmlCommand } from './opml-command.js';
import { addParseCommand } from './parse-command.js';
import { statusCommand } from './status-command.js';

/** A tool prints its results; of the log only what went wrong is of use beside them. */
const toolEnv = () => processEnv({ LOG_LEVEL: 'error' });

const program = new Command('narrative')
  .description(
    'Work with the data of Narrative Monitor. Reads the same settings as the server (config/.env.example).',
  )
  .showHelpAfterError();

program
  .command('export')
  .description('print every article with its analysis as NDJSON, newest first')
  .option('--pending', 'also those that are not analysed yet', false)
  .action((options: { pending: boolean }) => exportCommand(toolEnv(), options));

program
  .command('status')
  .description('say how far the work has come')
  .action(() => statusCommand(toolEnv()));

addAccuracyCommand(program, toolEnv);
addFeedsCommand(program, toolEnv);
addOpmlCommand(program, toolEnv);
addImportCommand(program, toolEnv);
addParseCommand(program);
addAnalyseCommand(program);

runMain(async () => {
  await program.parseAsync();
});
