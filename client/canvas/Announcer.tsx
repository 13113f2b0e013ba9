import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { useAnnounced } from './announce.ts';

/** Where announcements are made; there from the start, since only changes of it are read aloud. */
export function Announcer() {
  const text = useAnnounced((announced) => announced.text);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{text}</span>
    </VisuallyHidden>
  );
}
