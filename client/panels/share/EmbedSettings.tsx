import type { ChangeLinkBody, ShareLink } from '../../../shared/protocol/access.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './ShareDialog.module.css';

interface EmbedSettingsProps {
  readonly link: ShareLink;
  readonly change: (body: ChangeLinkBody) => void;
  readonly onClose: () => void;
}

/** The executive view inside another page: who sees it there sees it without this link, its password or a session. */
export function EmbedSettings({ link, change, onClose }: EmbedSettingsProps) {
  const { embedUrl } = link;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.grow}>Pages such as a wiki may show the executive view, to look at only.</span>
        <Switch label="May be shown in other pages" on={embedUrl !== null} onChange={(embed) => change({ embed })} />
      </div>
      <div className={styles.line}>
        {embedUrl !== null && <CopyButton text={codeFor(embedUrl)} label="Copy the code for the page" />}
        <Button small onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}

const codeFor = (url: string): string =>
  `<iframe src="${url}" title="Customer journey" width="100%" height="700" style="border:0"></iframe>`;
