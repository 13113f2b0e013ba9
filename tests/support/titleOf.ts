import type * as Y from 'yjs';

/** The text that the title of a map is typed into. */
export const titleOf = (doc: Y.Doc): Y.Text => doc.getMap('meta').get('title') as Y.Text;
