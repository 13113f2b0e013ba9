/** A map's discussion is a document of its own beside it, so that who may only comment need not write to the map. */
const SUFFIX = '.talk';

/** Under which id the discussion of a map is stored, and opened at `/sync/<id>`. */
export const talkOf = (map: string): string => map + SUFFIX;

/** The map whose discussion this is; null for an id that is no discussion's. */
export const mapOfTalk = (id: string): string | null => (id.endsWith(SUFFIX) ? id.slice(0, -SUFFIX.length) : null);
