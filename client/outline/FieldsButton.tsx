import type { ReactNode } from 'react';
import type { ItemRef } from '../../shared/model/records.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Outline.module.css';
import { rowKey } from './outlineRows.ts';
import { toggleFields, useOutline } from './outlineStore.ts';
import { useItemTabStop } from './useRow.ts';

interface FieldsButtonProps {
  readonly item: ItemRef;
  /** What its fields are about. */
  readonly name: string;
  readonly text: ReactNode;
}

/** The most telling fields of a line in words; pressing them opens them for editing under the line. */
export function FieldsButton({ item, name, text }: FieldsButtonProps) {
  const mayEdit = useMayEdit();
  const key = rowKey(item);
  const open = useOutline(({ fields }) => fields === key);
  const tabIndex = useItemTabStop(item);
  if (!mayEdit) return <span className={styles.meta}>{text}</span>;
  return (
    <button
      type="button"
      className={styles.meta}
      aria-expanded={open}
      tabIndex={tabIndex}
      onClick={() => toggleFields(key)}
    >
      <VisuallyHidden>{name}: </VisuallyHidden>
      {text}
    </button>
  );
}
