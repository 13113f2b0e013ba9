import styles from './PersonPage.module.css';

/** Why something could not be done. Always on the page, so that a screen reader notices when it is filled. */
export const Problem = ({ text }: { readonly text: string | null }) => (
  <p className={styles.problem} role="alert" hidden={text === null}>
    {text}
  </p>
);
