import { changeItems, type ItemChange } from '../../../shared/commands/changeItems.ts';
import type { ItemKind } from '../../../shared/model/fields.ts';
import { useRun } from '../../session/SessionContext.tsx';

type FieldsOf<K extends ItemKind> = Extract<ItemChange, { readonly kind: K }>['fields'];

/** Changes fields of all given items, as one undo step. */
export function useChange<K extends ItemKind>(kind: K, items: readonly { readonly id: string }[]) {
  const run = useRun();
  return (fields: FieldsOf<K>) =>
    // Kind and fields come from the same K; TypeScript cannot follow a generic into the union.
    run(changeItems, { kind, ids: items.map(({ id }) => id), fields } as unknown as ItemChange);
}
