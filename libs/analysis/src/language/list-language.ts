/** The language whose lists an article is read by: those of Dari serve Iranian Persian too. */
export function listLanguage(language: string): string {
  return language === 'fa' ? 'prs' : language;
}

/** Gives what is made of the list of a language, when it is first asked for; undefined where there is no list. */
export function madeOfLists<L, T>(
  lists: ReadonlyMap<string, L>,
  make: (list: L, language: string) => T,
): (language: string) => T | undefined {
  const made = new Map<string, T>();
  return (language) => {
    const list = lists.get(language);
    if (list !== undefined && !made.has(language)) made.set(language, make(list, language));
    return made.get(language);
  };
}
