import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import helmet from 'helmet';
import { serveDocs } from '#api/open-api.js';
import type { Env } from '#runtime/env.js';
import { openRuntime, type Runtime, runsSteps, runSteps } from '#runtime/open-runtime.js';
import { NestLog, PinoLog } from '#runtime/pino-log.js';
import { endWell } from '#runtime/run-main.js';
import { refuseForeign } from './refuse-foreign.js';
import { ServerModule } from './server-module.js';

/** The server itself speaks plain HTTP; a proxy before it may speak more, and then upgrades by itself. */
const PLAIN_HTTP = { 'upgrade-insecure-requests': null };

/** What people send is an address and a few words about it. */
const MAX_BODY = '64kb';

export type StartedServer = { url: string; runtime: Runtime };

/** Opens the runtime, takes requests, then lets the clock run. What was opened is closed again if the start fails. */
export async function startServer(env: Env): Promise<StartedServer> {
  const log = new PinoLog(env, 'server');
  const runtime = await openRuntime(env, 'server', log);
  try {
    if (runsSteps(env, 'server')) await runSteps(runtime);
    const url = await listen(runtime);
    endWell(runtime);
    log.info('the server is ready', { url, mode: env.RUN_MODE });
    return { url, runtime };
  } catch (error) {
    await runtime.lifetime.stop();
    throw error;
  }
}

async function listen(runtime: Runtime): Promise<string> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.register(runtime), {
    logger: new NestLog(runtime.log),
    abortOnError: false,
    bodyParser: false,
  });
  runtime.lifetime.onStop('intake', 'HTTP', () => app.close());
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: { directives: PLAIN_HTTP } }), compression());
  app.use(refuseForeign(runtime.env));
  app.useBodyParser('json', { limit: MAX_BODY });
  serveDocs(app);
  await app.listen(runtime.env.PORT, runtime.env.HOST);
  // Longer than the usual minute of a proxy, so that it is never the server that hangs up on a request under way.
  app.getHttpServer().keepAliveTimeout = 65_000;
  return (await app.getUrl()).replace('[::1]', '127.0.0.1');
}
