import type { You } from '../../shared/protocol/messages.ts';
import { ROLES } from '../../shared/protocol/roles.ts';

/**
 * By hand, not by schema: a few words are not worth a validator in the page's first load. A role that this page does
 * not know is none that it could offer anything for.
 */
export function readYou(json: string): You | null {
  try {
    const { role, person } = JSON.parse(json) as Partial<You>;
    const { id, name, color } = person ?? {};
    if (!role || !ROLES.includes(role)) return null;
    return { role, person: { id: String(id), name: String(name), color: String(color) } };
  } catch {
    return null;
  }
}
