/**
 * How a text is to be read. `literal`: as it is, like an address. `html`: the source of HTML. `text`: plain text that may
 * merely look like HTML.
 */
export type TextKind = 'literal' | 'html' | 'text';

/** A text as a document gives it, before it is made plain; `base` is where its relative links start. */
export type TextValue = {
  text: string;
  kind: TextKind;
  base: string;
  /** What the element itself says of its language. */
  language?: string | undefined;
};

/** A text that is taken as it stands. */
export const literal = (text: string, base: string): TextValue => ({ text, kind: 'literal', base });
