import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { servicesFolder, startMongo } from './mongo.mjs';
import { startRedis } from './redis.mjs';
import { ServiceError } from './service.mjs';

const USAGE = `npm run services:up -- [--mongo-port N] [--redis-port N] [--memory]
Starts Redis and a MongoDB-compatible server for development, both on 127.0.0.1, and stops them at Ctrl-C.
Ports are free ones unless named. Data is kept in .services/; with --memory MongoDB's is not.`;

function portOf(text, flag) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new ServiceError(`${flag} is "${text}"; write a port between 1 and 65535`);
  }
  return port;
}

function readFlags() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({ options: { 'mongo-port': text, 'redis-port': text, memory: flag, help: flag } })
      .values;
  } catch (error) {
    throw new ServiceError(`${error.message}\n${USAGE}`);
  }
}

async function up() {
  const flags = readFlags();
  if (flags.help) return console.log(USAGE);
  const ports = {
    mongo: portOf(flags['mongo-port'], '--mongo-port'),
    redis: portOf(flags['redis-port'], '--redis-port'),
  };
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve(null));
  });
  const services = [];
  const stopAll = () => Promise.all(services.map((service) => service.stop()));
  try {
    const folder = flags.memory ? undefined : join(servicesFolder, 'mongo');
    // First the one whose file lock keeps a second `services:up` out of the same folders.
    services.push(await startMongo({ port: ports.mongo, folder }));
    services.push(await startRedis({ port: ports.redis, folder: join(servicesFolder, 'redis') }));
    const [mongo, redis] = services;
    console.log(`export MONGODB_URI=${mongo.uri}\nexport REDIS_URL=${redis.uri}`);
    const died = (name) => (code) => new ServiceError(`${name} ended by itself (${code})`);
    const end = await Promise.race([
      asked,
      redis.exited.then(died('redis-server')),
      mongo.exited.then(died('java')),
    ]);
    if (end) throw end;
  } finally {
    await stopAll();
  }
}

up().catch((error) => {
  console.error(error instanceof ServiceError ? error.message : error);
  process.exitCode = 1;
});
