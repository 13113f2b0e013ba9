import { Suspense, useMemo } from 'react';
import type { VisiblePerson } from '../../../shared/protocol/access.ts';
import { CursorSwitch } from '../../presence/CursorSwitch.tsx';
import { useSession } from '../../session/SessionContext.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Popover } from '../../ui/Popover.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './People.module.css';
import { PersonButton } from './PersonButton.tsx';
import { type Present, whoIsHere } from './whoIsHere.ts';

export const MyCard = lazyPart(() => import('./MyCard.tsx'));

/** More discs than this would be a crowd; the rest are in a list. */
const SHOWN = 3;

/** Who is on this map, oneself last. */
export function People() {
  const me = useSession((session) => session.me);
  // A string, so that the others' moving cursors do not count as a change.
  const here = useSession(({ others }) => JSON.stringify(whoIsHere(others, me.id)));
  const people = useMemo((): readonly Present[] => JSON.parse(here), [here]);
  const rest = people.length - SHOWN;
  return (
    <div className={styles.people}>
      {people.slice(0, SHOWN).map((person) => (
        <PersonButton key={person.user.id} person={person} />
      ))}
      {rest > 0 && (
        <Popover
          label="Everybody here"
          trigger={
            <button type="button" className={styles.rest}>
              +{rest}
              <VisuallyHidden> more people are here</VisuallyHidden>
            </button>
          }
        >
          <ul className={styles.list}>
            {people.map((person) => (
              <li key={person.user.id}>
                <PersonButton person={person} named />
              </li>
            ))}
          </ul>
          <CursorSwitch />
        </Popover>
      )}
      <MyButton me={me} />
    </div>
  );
}

const MyButton = ({ me }: { readonly me: VisiblePerson }) => (
  <Popover
    label="How others see you"
    trigger={
      <Button look="quiet" className={styles.me}>
        <VisuallyHidden>You are {me.name}. Change your name and colour</VisuallyHidden>
        <Avatar name={me.name} color={me.color} />
      </Button>
    }
  >
    <Suspense>
      <MyCard />
    </Suspense>
  </Popover>
);
