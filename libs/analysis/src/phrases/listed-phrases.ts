/** The phrases of a list that is written as one text, parted by commas. */
export function listedPhrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
