/** How a copied piece of a map is called among what the clipboard holds. */
export const CLIP_TYPE = 'application/x-throughline+json';
