import { extendsSegment, foldSegment } from './fold-segment.js';

/**
 * `offsets[i]` is the index in the original (UTF-16 units) of the character that gave unit `i` of `text`;
 * `offsets[text.length]` is where the last of them ends.
 */
export type NormalisedText = { text: string; offsets: Uint32Array };

/** `[start, end)` in UTF-16 units. */
export type Span = { start: number; end: number };

/** Folds a text for comparison and keeps the way back; see {@link originalSpan}. Same text as {@link normaliseText}. */
export function normalise(text: string): NormalisedText {
  const offsets = new Offsets(text.length + 1);
  return { text: fold(text, offsets), offsets: offsets.close() };
}

/**
 * Folds a text for comparison: NFKC, lower case, one letter for its Arabic and Persian variants, no harakat, tatweel,
 * joiners, accents or bidi marks, ASCII digits, single blanks. Folding twice changes nothing.
 */
export function normaliseText(text: string): string {
  return fold(text, null);
}

/**
 * The stretch of `original` that `[start, end)` of its normalised text came from, with the marks of its last letter,
 * without invisible characters behind it. Where one character gave several units, it is covered whole.
 */
export function originalSpan(original: string, normalised: NormalisedText, start: number, end: number): Span {
  const { offsets } = normalised;
  const last = offsets.length - 1;
  const from = offsets[start] ?? 0;
  while (end < last && end > start && offsets[end] === offsets[end - 1]) end++;
  let to = offsets[end] ?? original.length;
  while (to > from && INVISIBLE.test(original.charAt(to - 1))) to--;
  return { start: from, end: to };
}

const INVISIBLE = /\p{Cf}/u;

function fold(text: string, offsets: Offsets | null): string {
  const folding = new Folding(offsets);
  let at = 0;
  while (at < text.length) {
    const plain = plainEnd(text, at);
    const end = plain > at ? plain : segmentEnd(text, at);
    if (plain > at) folding.addPlain(text.slice(at, plain), at);
    else if (end === at + 1) folding.addSegment(foldUnit(text.charCodeAt(at)), at, end);
    else folding.addSegment(foldLong(text.slice(at, end)), at, end);
    at = end;
  }
  return folding.close();
}

/** The folded text as it grows, with single blanks and none at the ends. */
class Folding {
  private out = '';
  private contentEnd = 0;
  private afterBlank = true;

  constructor(private readonly offsets: Offsets | null) {}

  /** ASCII with single blanks between words. */
  addPlain(text: string, at: number): void {
    this.out += text.toLowerCase();
    this.contentEnd = at + text.length;
    this.afterBlank = false;
    this.offsets?.addRun(at, this.contentEnd);
  }

  /** What `[at, next)` of the original was folded to. */
  addSegment(folded: string, at: number, next: number): void {
    for (let i = 0; i < folded.length; i++) {
      const blank = folded.charCodeAt(i) === 0x20;
      if (blank && this.afterBlank) continue;
      this.out += folded.charAt(i);
      this.offsets?.add(at);
      if (!blank) this.contentEnd = next;
      this.afterBlank = blank;
    }
  }

  /** Drops a blank at the end, so that the last word ends where its last character does. */
  close(): string {
    const blank = this.out.endsWith(' ');
    if (blank) this.offsets?.drop();
    this.offsets?.add(this.contentEnd);
    return blank ? this.out.slice(0, -1) : this.out;
  }
}

/** 0, 1, 2, …: what most texts have for offsets, which then share it. */
const COUNTED = Uint32Array.from({ length: 8_192 }, (_, i) => i);

/** Offsets as they come; they are written down from the first that is not its own index. */
class Offsets {
  private written: Uint32Array | null = null;
  private length = 0;

  /** `expected` is how many there will be, unless characters unfold. */
  constructor(private readonly expected: number) {}

  add(at: number): void {
    if (this.written === null && at === this.length) this.length += 1;
    else this.room(1)[this.length++] = at;
  }

  /** Every number in [start, end). */
  addRun(start: number, end: number): void {
    if (this.written === null && start === this.length) this.length = end;
    else {
      const room = this.room(end - start);
      for (let at = start; at < end; at++) room[this.length++] = at;
    }
  }

  drop(): void {
    this.length -= 1;
  }

  close(): Uint32Array {
    if (this.written === null && this.length <= COUNTED.length) return COUNTED.subarray(0, this.length);
    return this.room(0).slice(0, this.length);
  }

  private room(more: number): Uint32Array {
    const needed = this.length + more;
    if (this.written !== null && needed <= this.written.length) return this.written;
    const larger = new Uint32Array(Math.max(needed, this.expected, 2 * (this.written?.length ?? 0)));
    if (this.written) larger.set(this.written);
    else for (let i = 0; i < this.length; i++) larger[i] = i;
    return (this.written = larger);
  }
}

/**
 * Where a run of ASCII words with single blanks between them ends that only wants lower case; marks may follow its last
 * character.
 */
function plainEnd(text: string, at: number): number {
  const last = text.length - 1;
  let end = at;
  for (; end <= last; end++) {
    const code = text.charCodeAt(end);
    if (isPlain(code)) continue;
    const single = code === 0x20 && end > at && end < last && isPlain(text.charCodeAt(end + 1));
    if (!single) break;
  }
  if (end > last || text.charCodeAt(end) < 0x80) return end;
  end = Math.max(at, end - 1);
  return end > at && text.charCodeAt(end - 1) === 0x20 ? end - 1 : end;
}

function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

function segmentEnd(text: string, at: number): number {
  let end = at + characterLength(text, at);
  while (end < text.length && isExtender(text, end)) end += characterLength(text, end);
  return end;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** By code unit: 1 extends the segment before, 2 does not, 0 is not known yet. */
const extenders = new Uint8Array(0x10000).fill(2, 0, 0x80);

function isExtender(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (characterLength(text, at) === 2) return extendsSegment(text.slice(at, at + 2));
  const known = extenders[code];
  if (known) return known === 1;
  const extending = extendsSegment(text.charAt(at));
  extenders[code] = extending ? 1 : 2;
  return extending;
}

const units = new Map<number, string>();

function foldUnit(code: number): string {
  let folded = units.get(code);
  if (folded === undefined) units.set(code, (folded = foldSegment(String.fromCharCode(code))));
  return folded;
}

const LONG_REMEMBERED = 5_000;
const longSegments = new Map<string, string>();

function foldLong(segment: string): string {
  let folded = longSegments.get(segment);
  if (folded === undefined) {
    folded = foldSegment(segment);
    if (longSegments.size >= LONG_REMEMBERED) longSegments.clear();
    if (segment.length <= 16) longSegments.set(segment, folded);
  }
  return folded;
}
