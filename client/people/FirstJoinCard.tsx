import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { NAME_LIMIT } from '../../shared/protocol/access.ts';
import { useMe } from '../session/me.ts';
import { useMapSession, useSession } from '../session/SessionContext.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import styles from './FirstJoinCard.module.css';
import { freeColor } from './freeColor.ts';

/** Asks a newcomer for a name and a colour, beside the map and not in its way. Either answer is for good. */
export default function FirstJoinCard() {
  const { rename } = useMapSession();
  const me = useMe((state) => state.me);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const free = useSession(({ others }) => freeColor(me, others));
  const color = chosen ?? free;
  const card = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    const { activeElement } = document;
    // Who has begun with something else goes on with it.
    if (activeElement === null || activeElement === document.body) card.current?.querySelector('input')?.focus();
  }, []);

  const answer = (name: string) => rename({ name, color });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer(name.trim() || me.name);
  };
  return (
    <section
      ref={card}
      className={styles.card}
      aria-labelledby={heading}
      onKeyDown={(event) => event.key === 'Escape' && answer(me.name)}
    >
      <h2 id={heading} className={styles.title}>
        Who are you?
      </h2>
      <p className={styles.text}>The others on this map see your name beside what you do.</p>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label="Your name"
          value={name}
          placeholder={me.name}
          maxLength={NAME_LIMIT}
          autoComplete="name"
          enterKeyHint="go"
          onChange={(event) => setName(event.target.value)}
        />
        <ColorChoice value={color} onChange={setChosen} />
        <div className={styles.ways}>
          <Button type="submit" look="primary">
            Join
          </Button>
          <Button look="quiet" onClick={() => answer(me.name)}>
            Stay {me.name}
          </Button>
        </div>
      </form>
    </section>
  );
}
