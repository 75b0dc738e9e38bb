/** An address without the user name and password that it may have; any other text, and any other address, as it is. */
export function withoutCredentials(address: string): string {
  const url = address.includes('@') && URL.canParse(address) ? new URL(address) : null;
  if (!url || (url.username === '' && url.password === '')) return address;
  url.username = url.password = '';
  return url.href;
}
