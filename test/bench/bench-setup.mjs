import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SERVER = fileURLToPath(new URL('../../dist/apps/server/src/main.js', import.meta.url));
export const SIZES = [10_000, 100_000, 1_000_000];
export const benchFolder = (size) => join('data', 'bench', String(size));

export const describeMachine = () =>
  `Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`;
