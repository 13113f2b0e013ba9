import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Why the database did not do something, for whoever runs the server: SQLite's own words say little of what to do
 * about it, and call it a disk error when the system has made the disk read-only.
 *
 * @param mayWrite throws when the folder cannot be written to
 */
export function failureWords(message: string, folder: string, mayWrite = checkFolder): string {
  if (/\bis full\b/.test(message)) return `the disk is full (${message})`;
  if (/\b(locked|busy)\b/.test(message)) return `another program holds the database (${message})`;
  if (!/readonly|read-only|I\/O error|unable to open/.test(message)) return message;
  try {
    mayWrite(folder);
    return `the disk reports an error (${message})`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `the data folder ${resolve(folder)} cannot be written to (${why.split(',')[0]})`;
  }
}

const checkFolder = (folder: string): void => accessSync(folder, constants.W_OK);
