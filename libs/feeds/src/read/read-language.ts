/**
 * The ISO 639 code in a language tag: `en` of "en-US", `prs` (Dari) of the Persian of Afghanistan. Null where it is none.
 */
export function readLanguage(tag: string | null): string | null {
  const [code, region] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  if (!code || !/^[a-z]{2,3}$/.test(code)) return null;
  return code === 'fa' && region === 'af' ? 'prs' : code;
}
