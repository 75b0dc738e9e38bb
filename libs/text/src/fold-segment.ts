/** What no reader hears: harakat and accents, nukta, variation selectors, tatweel, joiners, bidi marks. */
const DROPPED =
  /[\p{Cf}\u0640\u06E5\u06E6]|\u093C|(?![\u3099\u309A])(?=[\p{Script=Arabic}\p{Script=Inherited}])\p{M}/gu;

const SPACE = /[\s\p{Z}\p{Cc}\p{Cs}]/gu;

/** Letters that are one to a reader, each row under the letter that stands for it. */
const VARIANTS: Record<string, string> = {
  ی: 'يى',
  ک: 'كڪ',
  گ: 'ګ',
  ه: 'ہھةۃە',
  ا: 'ٱٲٳ',
  σ: 'ς',
};

const LETTERS = new Map(
  Object.entries(VARIANTS).flatMap(([kept, variants]) => [...variants].map((v) => [v, kept] as const)),
);
for (const zero of [0x0660, 0x06f0, 0x0966]) {
  for (let digit = 0; digit < 10; digit++) LETTERS.set(String.fromCharCode(zero + digit), String(digit));
}
const VARIANT = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/**
 * Folds one base character with the marks that follow it: NFKC, lower case, one letter for its variants, ASCII digits.
 * Hamza carriers and accented letters lose their mark; every kind of white space becomes a blank.
 */
export function foldSegment(segment: string): string {
  return segment
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(VARIANT, (letter) => LETTERS.get(letter) ?? letter)
    .replace(SPACE, ' ')
    .normalize('NFC');
}

/** Marks, joiners and the later parts of a Hangul syllable: what may combine with, or vanish into, the character before. */
const EXTENDING = /^[\p{M}\p{Cf}\u0640\u06E5\u06E6\u1160-\u11FF]/u;

/** Whether a character belongs to the segment of the one before it. */
export function extendsSegment(character: string): boolean {
  return EXTENDING.test(character.normalize('NFKD'));
}
