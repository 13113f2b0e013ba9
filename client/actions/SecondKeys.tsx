import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { announce } from '../canvas/announce.ts';
import { useCanvas } from '../canvas/canvasContext.ts';
import { classes } from '../ui/classes.ts';
import floating from '../ui/Floating.module.css';
import { floatingRoot } from '../ui/floatingRoot.ts';
import { GROUPS } from './action.ts';
import { isMac } from './chord.ts';
import { keysOf } from './chordWords.ts';
import keyStyles from './Keys.module.css';
import { closeDialog, useOpenDialog } from './openDialog.ts';
import styles from './SecondKeys.module.css';
import { act, secondActions } from './secondKey.ts';

/** What may follow the comma. The focus stays where it is; the next key chooses, whichever it is. */
export default function SecondKeys() {
  const canvas = useCanvas();
  const spot = useOpenDialog((dialogs) => dialogs.spot);
  const root = floatingRoot();
  const actions = secondActions(canvas, spot);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    announce('Now the second key. Escape leaves.');
    const onPointer = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && box.current?.contains(target))) closeDialog();
    };
    window.addEventListener('pointerdown', onPointer, { capture: true });
    return () => window.removeEventListener('pointerdown', onPointer, { capture: true });
  }, []);
  if (!root) return null;
  return createPortal(
    <section ref={box} className={classes(floating.floating, styles.box)} aria-label="Keys that follow the comma">
      <div className={styles.groups}>
        {GROUPS.map((group) => {
          const own = actions.filter((action) => action.group === group);
          return (
            own.length > 0 && (
              <div key={group} className={styles.group}>
                <div className={styles.title}>{group}</div>
                {own.map((action) => (
                  <button
                    key={action.id}
                    type="button"
                    tabIndex={-1}
                    className={styles.item}
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => {
                      closeDialog();
                      act(canvas, spot, action);
                    }}
                  >
                    <span className={styles.keys}>
                      {keysOf(action.keys[0] ?? '', isMac())
                        .slice(1)
                        .map((key) => (
                          <kbd key={key} className={keyStyles.key}>
                            {key}
                          </kbd>
                        ))}
                    </span>
                    <span className={styles.label}>{action.label}</span>
                  </button>
                ))}
              </div>
            )
          );
        })}
      </div>
    </section>,
    root,
  );
}
