type Marks = { language: 'ps' | 'ur' | 'prs'; letters: Set<string>; words: Set<string> };

/** Letters that only one of the languages has, and its commonest words without such a letter. */
const MARKS: Marks[] = [
  marks('ps', 'ټډړږښګېۍځڅڼ', 'د په او له ته سره شو شول شوه دي'),
  marks('ur', 'ٹڈڑںےۓہۂھ', 'کا کی کو اور تک کر جو'),
  marks('prs', '', 'در از را با این آن شد شده است برای های می کرد بر'),
];

/**
 * Pashto, Urdu or Persian (as `prs`), whichever has most of its own letters and words in the text; Persian where none
 * has any, Pashto before Urdu before Persian where equally many.
 */
export function arabicScriptLanguage(text: string): string {
  const characters = [...text];
  const parts = text.split(/[^\p{L}\p{M}]+/u);
  let best = { language: 'prs', count: 0 };
  for (const { language, letters, words } of MARKS) {
    const count =
      characters.filter((character) => letters.has(character)).length +
      parts.filter((part) => words.has(part)).length;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}

function marks(language: Marks['language'], letters: string, words: string): Marks {
  return { language, letters: new Set(letters), words: new Set(words.split(' ')) };
}
