import { mapPath } from '../ui/route.ts';

/**
 * Opens a map in place of the page of its link, so that the way back does not lead to the link. By loading it: the
 * server decides whether a role gets the editor or the executive view.
 */
export const enterMap = (mapId: string): void => location.replace(mapPath(mapId));
