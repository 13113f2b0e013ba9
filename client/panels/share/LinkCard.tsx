import { AppWindow, QrCode as QrIcon, Settings2, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ChangeLinkBody, ShareLink } from '../../../shared/protocol/access.ts';
import { changeLink, deleteLink } from '../../http/sharing.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { CopyButton } from './CopyButton.tsx';
import { EmbedSettings } from './EmbedSettings.tsx';
import { LinkSettings } from './LinkSettings.tsx';
import styles from './ShareDialog.module.css';
import { broughtWords, expiryWords, LINK_OPTIONS, ROLE_WORDS } from './shareWords.ts';
import type { Sharing } from './useSharing.ts';

const QrCode = lazy(() => import('./QrCode.tsx'));

interface LinkCardProps {
  readonly link: ShareLink;
  readonly act: Sharing['act'];
}

type Open = 'qr' | 'settings' | 'embed' | 'delete' | null;

/** One link. What it lets people do is changed for everybody it brought, within a second. */
export function LinkCard({ link, act }: LinkCardProps) {
  const { mapId } = useMapSession();
  const [open, setOpen] = useState<Open>(null);
  // Shown at once; what the server made of it comes with the list.
  const [wanted, setWanted] = useState<Pick<ChangeLinkBody, 'role' | 'enabled'>>({});
  const toggle = (which: Open) => setOpen(open === which ? null : which);
  const change = (body: ChangeLinkBody) => act(changeLink(mapId, link.id, body));
  const switchTo = async (body: Pick<ChangeLinkBody, 'role' | 'enabled'>) => {
    setWanted(body);
    await change(body);
    setWanted({});
  };
  const name = `the link for “${ROLE_WORDS[link.role].toLowerCase()}”`;
  return (
    <li className={styles.card} data-off={!link.enabled || undefined}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <Segments
            label="Everybody with this link can"
            value={wanted.role ?? link.role}
            options={LINK_OPTIONS}
            onChange={(role) => void switchTo({ role })}
          />
        </div>
        <Switch
          label={`Lets people in: ${name}`}
          on={wanted.enabled ?? link.enabled}
          onChange={(enabled) => void switchTo({ enabled })}
        />
      </div>
      <p className={styles.hint}>{factsOf(link)}</p>
      <div className={styles.line}>
        <CopyButton text={link.url} label="Copy link" />
        <Button small aria-expanded={open === 'qr'} onClick={() => toggle('qr')}>
          <QrIcon size={14} aria-hidden />
          QR code
        </Button>
        <Button small aria-expanded={open === 'settings'} onClick={() => toggle('settings')}>
          <Settings2 size={14} aria-hidden />
          Expiry and password
        </Button>
        <Button small aria-expanded={open === 'embed'} onClick={() => toggle('embed')}>
          <AppWindow size={14} aria-hidden />
          Embed
        </Button>
        <Button small look="danger" aria-expanded={open === 'delete'} onClick={() => toggle('delete')}>
          <Trash2 size={14} aria-hidden />
          Delete
        </Button>
      </div>
      {open === 'qr' && (
        <Suspense>
          <QrCode text={link.url} label={`QR code of ${name}`} />
        </Suspense>
      )}
      {open === 'settings' && (
        <LinkSettings
          link={link}
          onSave={async (body) => {
            if (await change(body)) setOpen(null);
          }}
        />
      )}
      {open === 'embed' && <EmbedSettings link={link} change={(body) => void change(body)} />}
      {open === 'delete' && (
        <div className={styles.line} role="alert">
          <span className={styles.grow}>
            {link.people > 0
              ? `Whoever came by this link loses the map: ${link.people} at present.`
              : 'The link will open nothing any more.'}
          </span>
          <Button small look="danger" onClick={() => void act(deleteLink(mapId, link.id))}>
            Delete the link
          </Button>
        </div>
      )}
    </li>
  );
}

function factsOf({ enabled, people, hasPassword, expiresAt }: ShareLink): string {
  const facts = [
    enabled ? null : 'switched off: lets nobody in, and those it brought are out',
    broughtWords(people),
    hasPassword ? 'asks for a password' : null,
    expiryWords(expiresAt, Date.now()),
  ].filter((fact) => fact !== null);
  const words = facts.join(' · ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
