import type * as Y from 'yjs';
import { type Role, reaches } from '../../shared/protocol/roles.ts';
import type { KeptMap } from './keptMap.ts';
import { type Renewal, renew, type Unsaved } from './renewal.ts';

/** The right to edit a map, as it comes and goes. When it goes, what was not saved by then is seen to. */
export interface EditingRight {
  /** This document may hold edits of somebody who could edit. */
  hold(): void;
  hear(role: Role, allSaved: boolean): void;
  end(): void;
}

/** @param renewed the document has to be had anew, and this is what became of the edits that were not saved */
export function editingRight(
  mapId: string,
  doc: Y.Doc,
  kept: KeptMap,
  renewed: (unsaved: Unsaved) => void,
): EditingRight {
  let held = false;
  let renewal: Renewal | null = null;
  return {
    hold() {
      held = true;
    },
    hear(role, allSaved) {
      const mayEdit = reaches(role, 'editor');
      if (!mayEdit && held && !allSaved) {
        if (!renewal) {
          renewal = renew(mapId, doc, kept, role);
          renewal.done.then(renewed);
        }
      } else {
        renewal?.cancel();
        renewal = null;
        kept.rememberRole(role);
      }
      held ||= mayEdit;
    },
    end() {
      renewal?.cancel();
    },
  };
}
