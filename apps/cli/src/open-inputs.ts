import { constants, createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { OperatorError } from '#domain/errors.js';
import { STANDARD_INPUT } from '#usecases/history/read-import-ask.js';
import { fileError } from './file-error.js';

/** What a program reads; `name` is null for standard input. */
export type Input = { name: string | null; chunks: AsyncIterable<Buffer> };

/**
 * Opens files one after the other, standard input where none is named and for "-". Rejects with OperatorError where one
 * cannot be read: before any is, as far as that can be known.
 */
export async function* openInputs(files: string[]): AsyncGenerator<Input> {
  const names = files.length > 0 ? files : [STANDARD_INPUT];
  for (const name of names)
    if (name !== STANDARD_INPUT) await access(name, constants.R_OK).catch((error) => refuse(name, error));
  for (const name of names) {
    if (name === STANDARD_INPUT) yield { name: null, chunks: standardInput() };
    else yield { name, chunks: bytesOf(name) };
  }
}

function standardInput(): AsyncIterable<Buffer> {
  if (process.stdin.isTTY) console.error('Reading what is typed here; end it with Ctrl-D.');
  return process.stdin;
}

async function* bytesOf(name: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(name)) yield chunk as Buffer;
  } catch (error) {
    refuse(name, error);
  }
}

function refuse(name: string, error: unknown): never {
  throw new OperatorError(`${name} cannot be read: ${fileError(error)}.`);
}
