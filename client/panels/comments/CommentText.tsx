import { type TextPart, textParts } from '../../../shared/talk/textParts.ts';
import styles from './Comment.module.css';
import { usePeopleNames } from './usePeopleNames.ts';

/** What somebody wrote: plain text in which addresses can be opened and mentions stand out. */
export function CommentText({ text, mentions }: { readonly text: string; readonly mentions: readonly string[] }) {
  const names = usePeopleNames(mentions);
  return <p className={styles.text}>{keyed(textParts(text, names))}</p>;
}

/** Parts have no name of their own; where each begins tells them apart. */
function keyed(parts: readonly TextPart[]) {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length;
    switch (part.kind) {
      case 'text':
        return <span key={key}>{part.text}</span>;
      case 'mention':
        return (
          <strong key={key} className={styles.mention}>
            {part.text}
          </strong>
        );
      case 'link':
        return (
          <a key={key} className={styles.link} href={part.text} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        );
      default:
        return part satisfies never;
    }
  });
}
