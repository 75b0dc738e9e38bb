/** Why a file cannot be read or written, in words for people. */
export function fileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file or folder';
  return code === 'EISDIR' ? 'it is a folder' : message;
}
