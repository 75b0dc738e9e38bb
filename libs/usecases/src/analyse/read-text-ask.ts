import { z } from 'zod';
import type { SourceRegister } from '#domain/source-register.js';
import type { Line } from '#feeds/import/lines/read-lines.js';

type Id = string | number | null;

/** A text that somebody wants analysed, and what is known of its language beforehand. */
export type TextAsk = {
  /** As it was given; null where it was not. */
  id: Id;
  title: string;
  summary: string;
  language: string | null;
  /** That of its source, `mixed` or null where that is not known. */
  sourceLanguage: string | null;
};

/** A line that asks for nothing that could be done, and why; `id` as far as it could be read. */
export type BadAsk = { id: Id; error: string };

/** Other keys may stand beside these. */
const askSchema = z.object({
  id: z
    .union([z.string(), z.number()], 'expected a string or a number')
    .refine((id) => typeof id === 'string' || !isRounded(id), 'a number this long has to stand in quotes')
    .nullish(),
  title: z.string('expected a string'),
  summary: z.string('expected a string').nullish(),
  language: z.string('expected a string, like ur or fa-AF').nullish(),
  source: z.string('expected a string, like dawn or dawn.com').nullish(),
  /** As the articles of an export have it. */
  sourceId: z.string('expected a string, like dawn').nullish(),
});

/**
 * Reads `{id?, title, summary?, language?, source?}`. `source` is the id, name or a host of a source, or an address on
 * such a host; one that the register does not know says nothing, and is no error.
 */
export function readTextAsk({ text, isCut }: Line, register: SourceRegister): TextAsk | BadAsk {
  if (isCut) return { id: null, error: 'the line is longer than 4 MB' };
  const value = jsonOf(text);
  if (value === undefined) return { id: null, error: 'this is no JSON' };
  const parsed = askSchema.safeParse(value);
  if (!parsed.success) return { id: idOf(value), error: describe(parsed.error.issues) };
  const { id = null, title, summary, language = null } = parsed.data;
  const source = parsed.data.source ?? parsed.data.sourceId;
  const sourceLanguage = source ? languageOf(source, register) : null;
  return { id, title, summary: summary ?? '', language, sourceLanguage };
}

/** JSON numbers beyond this are not the ones that were written. */
function isRounded(id: number): boolean {
  return Number.isInteger(id) && !Number.isSafeInteger(id);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): Id {
  const parsed = z.object({ id: askSchema.shape.id }).safeParse(value);
  return (parsed.success ? parsed.data.id : null) ?? null;
}

function describe(issues: z.core.$ZodIssue[]): string {
  const told = issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : 'expected an object like {"title":"…"}',
  );
  return told.join('; ');
}

/** Feeds are known by addresses that often lack their scheme. */
function languageOf(source: string, register: SourceRegister): string | null {
  const host = source.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').split(/[/?#]/)[0] ?? '';
  const id = register.find(source) ?? register.find(host);
  return id === null ? null : (register.get(id)?.language ?? null);
}
