import { changeMap } from '../../../shared/commands/changeMap.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Menu, MenuChoice } from '../../ui/Menu.tsx';
import { FutureItems } from '../../views/compare/LazyFutureItems.tsx';
import styles from './StateMenu.module.css';

const STATES = [
  { value: 'current', label: 'Current state' },
  { value: 'future', label: 'Future state' },
] as const;

/** Whether the map shows how it is or how it should be, and whether others begin from it. */
export function StateMenu() {
  const state = useMap((map) => map.meta.state);
  const mayEdit = useMayEdit();
  const template = useMap((map) => map.meta.template);
  const words = template ? `Template, ${state} state` : state === 'current' ? 'Current state' : 'Future state';
  if (!mayEdit) return <span className={styles.plain}>{words}</span>;
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.chip}>
          {words}
        </button>
      }
    >
      <StateChoice />
      <FutureItems />
    </Menu>
  );
}

export function StateChoice() {
  const state = useMap((map) => map.meta.state);
  const run = useRun();
  return (
    <MenuChoice
      heading="This map shows"
      value={state}
      options={STATES}
      onChange={(next) => next !== state && run(changeMap, { state: next })}
    />
  );
}
