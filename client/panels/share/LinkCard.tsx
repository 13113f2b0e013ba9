import { QrCode as QrIcon } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ChangeLinkBody, ShareLink } from '../../../shared/protocol/access.ts';
import { changeLink, deleteLink } from '../../http/sharing.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { CopyButton } from './CopyButton.tsx';
import { EmbedSettings } from './EmbedSettings.tsx';
import { LinkMenu, type LinkPart } from './LinkMenu.tsx';
import { LinkPartBox } from './LinkPartBox.tsx';
import { LinkSettings } from './LinkSettings.tsx';
import styles from './ShareDialog.module.css';
import { broughtWords, expiryWords, LINK_OPTIONS, ROLE_WORDS } from './shareWords.ts';
import type { Sharing } from './useSharing.ts';

const QrCode = lazyPart(() => import('./QrCode.tsx'));

interface LinkCardProps {
  readonly link: ShareLink;
  readonly act: Sharing['act'];
}

/** One link. What it lets people do is changed for everybody it brought, within a second. */
export function LinkCard({ link, act }: LinkCardProps) {
  const { mapId } = useMapSession();
  const [open, setOpen] = useState<LinkPart | 'qr' | null>(null);
  // Shown at once; what the server made of it comes with the list.
  const [wanted, setWanted] = useState<Pick<ChangeLinkBody, 'role' | 'enabled'>>({});
  const change = (body: ChangeLinkBody) => act(changeLink(mapId, link.id, body));
  const switchTo = async (body: Pick<ChangeLinkBody, 'role' | 'enabled'>) => {
    setWanted(body);
    await change(body);
    setWanted({});
  };
  const name = `the link for “${ROLE_WORDS[link.role].toLowerCase()}”`;
  const close = () => setOpen(null);
  return (
    <li className={styles.card} data-off={!link.enabled || undefined}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <Segments
            label="Everybody with this link can"
            labelHidden
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
      <div className={styles.line}>
        <p className={styles.linkFacts}>{factsOf(link)}</p>
        <div className={styles.linkButtons}>
          <CopyButton text={link.url} label="Copy link" />
          <IconButton
            label="QR code"
            small
            look="plain"
            aria-expanded={open === 'qr'}
            icon={<QrIcon size={15} aria-hidden />}
            onClick={() => setOpen(open === 'qr' ? null : 'qr')}
          />
          <LinkMenu name={name} onOpen={setOpen} />
        </div>
      </div>
      {open === 'qr' && (
        <Suspense>
          <QrCode text={link.url} label={`QR code of ${name}`} />
        </Suspense>
      )}
      {open === 'settings' && (
        <LinkPartBox label={`Expiry and password of ${name}`}>
          <LinkSettings
            link={link}
            onSave={async (body) => {
              if (await change(body)) close();
            }}
            onCancel={close}
          />
        </LinkPartBox>
      )}
      {open === 'embed' && (
        <LinkPartBox label={`Other pages that show ${name}`}>
          <EmbedSettings link={link} change={(body) => void change(body)} onClose={close} />
        </LinkPartBox>
      )}
      {open === 'delete' && (
        <LinkPartBox label={`Delete ${name}`}>
          <p className={styles.text}>
            {link.people > 0
              ? `Whoever came by this link loses the map: ${link.people} at present.`
              : 'The link will open nothing any more.'}
          </p>
          <div className={styles.line}>
            <Button small onClick={close}>
              Keep it
            </Button>
            <Button small look="danger" onClick={() => void act(deleteLink(mapId, link.id))}>
              Delete the link
            </Button>
          </div>
        </LinkPartBox>
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
