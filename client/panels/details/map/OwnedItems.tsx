import type { PersonId } from '../../../../shared/model/ids.ts';
import { departmentOf } from '../../../../shared/model/outline.ts';
import { useWholeMap } from '../../../session/SessionContext.tsx';
import field from '../../../ui/Field.module.css';
import { LinkList } from '../LinkList.tsx';

/** What somebody owns, each with the way there. */
export function OwnedItems({ person }: { readonly person: PersonId }) {
  const map = useWholeMap();
  const owned = map.touchpoints.list
    .filter(({ owner }) => owner === person)
    .map((touchpoint) => ({
      item: { kind: 'touchpoint' as const, id: touchpoint.id },
      title: touchpoint.title || 'Untitled touchpoint',
      hint: departmentOf(map, touchpoint)?.title,
    }));
  if (owned.length === 0) return null;
  return (
    <div data-field="touchpoints">
      <span className={field.label}>Owns</span>
      <LinkList label="Owns" links={owned} />
    </div>
  );
}
