import { Mongoose } from 'mongoose';

let opened = 0;

/** An address of a database that nobody uses yet, on the server of `uri`. */
export function freshDatabase(uri: string): string {
  const name = `test-${process.pid}-${Date.now()}-${opened++}`;
  return uri.replace(/^([^:]+:\/\/[^/?]+)(\/[^?]*)?/, `$1/${name}`);
}

export async function dropDatabase(uri: string): Promise<void> {
  const connection = await new Mongoose().createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
