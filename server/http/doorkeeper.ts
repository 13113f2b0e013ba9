import { type CloseReason, closeCodes } from '../../shared/protocol/closeCodes.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { AccessChange, Visitor } from '../access/access.ts';
import type { AccessControl } from '../access/accessControl.ts';
import { mapOf } from '../documents/documentKind.ts';
import { isMapId } from '../maps.ts';

export type Admission =
  | { readonly status: 'admitted'; readonly visitor: Visitor; readonly role: Role }
  | { readonly status: 'refused'; readonly reason: CloseReason }
  /** It cannot be told at present who this is. */
  | { readonly status: 'unavailable' };

/** Who asks to be let in to which document, and for whom the page was opened; null: it does not say. */
export interface AtTheDoor {
  readonly document: string;
  readonly cookie: string | undefined;
  readonly as: string | null;
}

/** How long somebody may stand at the door, in milliseconds. */
const PATIENCE = 5_000;
/** So often the question is put again when an answer may have become wrong meanwhile. */
const ATTEMPTS = 5;

/**
 * Decides whether a socket is let in to a document: who sends this cookie, and what they are on the map. To who has
 * no session, who has no right and who asks for no map the answer is the same.
 */
export function doorkeeper(access: Pick<AccessControl, 'visitorOf' | 'standing' | 'onChange'>) {
  const asking = new Set<Asking>();
  access.onChange((change) => {
    for (const one of asking) if (concerns(change, one)) one.isStale = true;
  });

  async function ask(map: string, { cookie, as }: AtTheDoor): Promise<Admission> {
    const one: Asking = { map, visitor: null, isStale: false };
    asking.add(one);
    try {
      one.visitor = await access.visitorOf({ cookie });
      if (one.visitor && as !== null && as !== one.visitor.id)
        return { status: 'refused', reason: closeCodes.otherPerson };
      const standing = one.visitor && (await access.standing(map, one.visitor.id));
      // Two questions, and a right that ends between them would be heard of by nobody: the socket is in no room yet.
      if (one.isStale) return { status: 'unavailable' };
      if (!one.visitor || !standing?.role) return unknown;
      if (standing.inTrash) return { status: 'refused', reason: closeCodes.inTrash };
      return { status: 'admitted', visitor: one.visitor, role: standing.role };
    } catch {
      return { status: 'unavailable' };
    } finally {
      asking.delete(one);
    }
  }

  /** Never rejects. The answer is true at the moment it is given. */
  return async (who: AtTheDoor): Promise<Admission> => {
    const map = mapOf(who.document);
    if (!isMapId(map)) return unknown;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<Admission>((resolve) => {
      timer = setTimeout(() => resolve({ status: 'unavailable' }), PATIENCE);
    });
    const admission = await Promise.race([askOften(() => ask(map, who)), tooLong]);
    clearTimeout(timer);
    return admission;
  };
}

async function askOften(ask: () => Promise<Admission>): Promise<Admission> {
  let admission: Admission = { status: 'unavailable' };
  for (let left = ATTEMPTS; left > 0 && admission.status === 'unavailable'; left--) admission = await ask();
  return admission;
}

/** Somebody at the door. */
interface Asking {
  readonly map: string;
  visitor: Visitor | null;
  isStale: boolean;
}

const unknown: Admission = { status: 'refused', reason: closeCodes.unknownMap };

function concerns(change: AccessChange, { map, visitor }: Asking): boolean {
  // Any session or person may be the one that is being looked up; what they may do is asked afterwards.
  if (!visitor) return change.kind !== 'rights';
  switch (change.kind) {
    case 'rights':
      return (change.map ?? map) === map && (change.person ?? visitor.id) === visitor.id;
    case 'session':
    case 'moved':
      return change.session === visitor.session;
    case 'person':
      return change.person === visitor.id;
    default:
      return change satisfies never;
  }
}
