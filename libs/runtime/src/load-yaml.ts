import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { OperatorError } from '#domain/errors.js';

/** A finding in a file, at a path of keys and indexes into it. */
export type Finding = { path: PropertyKey[]; message: string };

/** A parsed file, and a way to say where in it something is wrong. */
export type LoadedYaml<T> = { value: T; fail: (findings: Finding[]) => never };

/** Most findings that one message lists. */
const SHOWN = 10;

/** Reads and validates a YAML file. Throws OperatorError that names file, line, column and what would be right. */
export function loadYaml<S extends z.ZodType>(file: string, schema: S): LoadedYaml<z.infer<S>> {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new OperatorError(`${file}:${at(lines, broken.pos[0])}: ${broken.message.split('\n')[0]}`);
  const fail = (findings: Finding[]): never => {
    throw new OperatorError(describe(file, document, lines, findings));
  };
  const parsed = schema.safeParse(plain(document, file));
  return parsed.success ? { value: parsed.data, fail } : fail(parsed.error.issues);
}

function plain(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const hint = 'a value that begins with * or & needs quotes';
    throw new OperatorError(`${file}: ${(error as Error).message}; ${hint}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw new OperatorError(
      `${file} cannot be read: ${why}. CONFIG_DIR says in which folder the configuration lies.`,
    );
  }
}

function describe(file: string, document: Document, lines: LineCounter, findings: Finding[]): string {
  const told = findings.slice(0, SHOWN).map(({ path, message }) => {
    const place = at(lines, offsetOf(document, path));
    return `${file}:${place}: ${path.join('.') || 'the file'}: ${message}`;
  });
  const more = findings.length > SHOWN ? [`… and ${findings.length - SHOWN} more`] : [];
  return [...told, ...more].join('\n');
}

/** The offset of the node at `path`, or of the nearest one above it that exists. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function at(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}
