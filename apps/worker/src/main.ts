import '#runtime/thread-pool.js';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OperatorError } from '#domain/errors.js';
import { openRuntime, type Runtime, runSteps } from '#runtime/open-runtime.js';
import { NestLog, PinoLog } from '#runtime/pino-log.js';
import { processEnv } from '#runtime/process-env.js';
import { endWell, runMain } from '#runtime/run-main.js';
import { RuntimeModule } from '#runtime/runtime-module.js';

@Module({})
class WorkerModule {
  static register(runtime: Runtime): DynamicModule {
    return { module: WorkerModule, imports: [RuntimeModule.register(runtime)] };
  }
}

/** Runs the steps and answers health checks, nothing else. */
runMain(async () => {
  const env = processEnv();
  if (env.RUN_MODE !== 'distributed') {
    throw new OperatorError(
      'A worker needs RUN_MODE=distributed; in embedded mode the server does all the work itself.',
    );
  }
  const log = new PinoLog(env, 'worker');
  const runtime = await openRuntime(env, 'worker', log);
  const app = await NestFactory.create(WorkerModule.register(runtime), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  runtime.lifetime.onStop('intake', 'health', () => app.close());
  await app.listen(env.HEALTH_PORT, env.HOST);
  await runSteps(runtime);
  endWell(runtime);
  const url = await app.getUrl();
  log.info('the worker is ready', { health: `${url}/health/ready` });
  console.log(`A worker is ready (health: ${url}/health/ready)`);
});
