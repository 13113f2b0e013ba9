import type { Me } from '../../shared/protocol/access.ts';

/** Under which name this browser keeps a document for somebody. */
export const keptName = (document: string, person: string): string => `throughline/${document}/${person}`;

/**
 * The stores in which there may be more of what somebody kept of a document: from before they signed in to their
 * account here, and from when there was one store for everybody.
 */
export async function formerStores(
  document: string,
  { formerly = [] }: Pick<Me, 'formerly'>,
): Promise<readonly string[]> {
  const names = [`throughline/${document}`, ...formerly.map((id) => keptName(document, id))];
  // Not every browser tells what there is; there, asking for each of them must do.
  const there = await indexedDB.databases?.().catch(() => null);
  return there ? names.filter((name) => there.some((one) => one.name === name)) : names;
}
