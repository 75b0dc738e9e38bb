import { type Connection, mongo, Mongoose } from 'mongoose';
import { OperatorError } from '#domain/errors.js';

/** How long a call waits for a server that can be reached, milliseconds; an address may set its own. */
const REACH_MS = 8_000;
const DEFAULT_DATABASE = 'narrative';

export type MongoOptions = {
  /** A `mongodb://` or `mongodb+srv://` address; the database is "narrative" where it names none. */
  uri: string;
  /** Told of every command before it is sent. */
  onCommand?: (command: Record<string, unknown>) => void;
};

/** Connects and checks that the server answers. Throws an {@link OperatorError} within some ten seconds where not. */
export async function connectMongo({ uri, onCommand }: MongoOptions): Promise<Connection> {
  // An instance of its own: settings of the global one would reach into every other connection of the process.
  const mongoose = new Mongoose();
  mongoose.set('setDefaultsOnInsert', false);
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(uri, {
      ...(!/[?&]serverSelectionTimeoutMS=/i.test(uri) && { serverSelectionTimeoutMS: REACH_MS }),
      bufferCommands: false,
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority' },
      monitorCommands: onCommand !== undefined,
      ...(!namesDatabase(uri) && { dbName: DEFAULT_DATABASE }),
    });
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    throw explain(error, uri);
  }
  if (onCommand) connection.getClient().on('commandStarted', ({ command }) => onCommand(command));
  return connection;
}

function namesDatabase(uri: string): boolean {
  return /^[^:]+:\/\/[^/]+\/[^?]/.test(uri);
}

/** The hosts of an address, without user, password and options. */
function hostsOf(uri: string): string {
  return uri
    .replace(/^[^:]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?].*$/, '');
}

function explain(error: unknown, uri: string): OperatorError {
  const why = error instanceof Error ? error.message : String(error);
  if (isAboutAddress(error)) {
    return new OperatorError(
      `MONGODB_URI is not an address of MongoDB (${why}); write it like mongodb://localhost:27017/narrative`,
    );
  }
  return new OperatorError(
    `MongoDB at ${hostsOf(uri)} does not answer (${why}); check MONGODB_URI, and that the server runs and lets this machine in`,
  );
}

/** The parser of addresses has error classes of its own, beside those of the driver. */
function isAboutAddress(error: unknown): boolean {
  if (error instanceof mongo.MongoAPIError || error instanceof mongo.MongoRuntimeError) return true;
  return error instanceof Error && error.name === 'MongoParseError';
}
