import { useSession } from '../session/SessionContext.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { GROUPS } from './action.ts';
import styles from './KeySheet.module.css';
import { Keys } from './Keys.tsx';
import { actionsFor } from './list.ts';
import { closeDialog } from './openDialog.ts';

/** All keys, for whoever may use them. */
export default function KeySheet() {
  const role = useSession((session) => session.role);
  const actions = actionsFor(role).filter(({ keys }) => keys.length > 0);
  return (
    <Dialog title="Keys" wide onClose={closeDialog}>
      <p className={styles.lead}>Where a comma stands first: press it, let go, then press the other key.</p>
      <section
        className={styles.groups}
        aria-label="All keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys that scroll it
        tabIndex={0}
      >
        {GROUPS.map((group) => {
          const own = actions.filter((action) => action.group === group);
          return (
            own.length > 0 && (
              <section key={group} className={styles.group}>
                <h3 className={styles.title}>{group}</h3>
                <dl className={styles.list}>
                  {own.map(({ id, label, keys }) => (
                    <div key={id} className={styles.row}>
                      <dt>{label}</dt>
                      <dd className={styles.keys}>
                        {keys.map((chord) => (
                          <Keys key={chord} chord={chord} />
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </section>
    </Dialog>
  );
}
