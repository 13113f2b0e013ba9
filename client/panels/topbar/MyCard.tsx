import { Check } from 'lucide-react';
import { useState } from 'react';
import { PERSON_COLORS } from '../../session/person.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './MyCard.module.css';

const COLOR_NAMES = ['Orange', 'Violet', 'Blue', 'Magenta', 'Green', 'Petrol', 'Brown', 'Grey'];
const NAME_LIMIT = 60;

/** The name and colour under which the others see one. */
export function MyCard() {
  const { rename } = useMapSession();
  const me = useSession((session) => session.me);
  const [name, setName] = useState(me.name);
  const keep = () => {
    const next = name.trim();
    if (!next) setName(me.name);
    else if (next !== me.name) rename({ name: next, color: me.color });
  };
  return (
    <div className={styles.card}>
      <TextField
        label="Your name"
        value={name}
        maxLength={NAME_LIMIT}
        onChange={(event) => setName(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <fieldset className={styles.colors}>
        <legend className={styles.legend}>Your colour</legend>
        {PERSON_COLORS.map((color, index) => (
          <button
            key={color}
            type="button"
            className={styles.color}
            style={{ background: color }}
            aria-label={COLOR_NAMES[index] ?? color}
            aria-pressed={color === me.color}
            onClick={() => rename({ name: name.trim() || me.name, color })}
          >
            {color === me.color && <Check size={15} aria-hidden />}
          </button>
        ))}
      </fieldset>
      <p className={styles.text}>The others on the map see this beside your cursor. It is kept in this browser.</p>
    </div>
  );
}
