import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Notice.module.css';

interface FailedPageProps {
  readonly children: ReactNode;
}

/**
 * Stands in for a page that could not be loaded (after an update of the server its old code is gone) or that failed.
 * React has no hook for this, so it is a class.
 */
export class FailedPage extends Component<FailedPageProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles.notice}>
        <h1 className={styles.title}>This page stopped working</h1>
        <p className={styles.text}>
          Edits made so far are kept in this browser and on the server. Loading the page again goes on from there.
        </p>
        <div className={styles.ways}>
          <Button look="primary" onClick={() => location.reload()}>
            Load again
          </Button>
          {/* Not a link inside the program, which may be what is broken. */}
          <a href="/" className={styles.link}>
            All maps
          </a>
        </div>
      </main>
    );
  }
}
