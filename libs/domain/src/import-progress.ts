/** How far the import of a file has come, so that it goes on there. */
export type ImportProgress = {
  /** Follows from the file and how it is read. */
  id: string;
  file: string;
  /** Records read, and where the next begins: for the reader of the file to understand. */
  records: number;
  position: number;
  inserted: number;
  known: number;
  rejected: number;
  done: boolean;
  updatedAt: Date;
};
