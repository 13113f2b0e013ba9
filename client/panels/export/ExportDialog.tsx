import { useMemo, useRef, useState } from 'react';
import { saidIn } from '../../../shared/export/commentTable.ts';
import { FORMATS, fileNameOf } from '../../../shared/export/formats.ts';
import { isoToday } from '../../../shared/model/day.ts';
import { makeFile, mapToSend } from '../../export/exporter.ts';
import { findingsOf } from '../../session/findings.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { useTalk } from '../../talk/talkStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { toast } from '../../ui/toasts.ts';
import { saveFile } from '../topbar/saveFile.ts';
import { type Choices, requestOf, usualChoices } from './choices.ts';
import { ExportChoices } from './ExportChoices.tsx';
import styles from './ExportDialog.module.css';
import { closeExport, useExportDialog } from './exportDialogStore.ts';
import { Legibility } from './Legibility.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { usePreview } from './usePreview.ts';

/** What was chosen last, for as long as the page is open: who exports once will again. */
let remembered: Choices | null = null;

/** As last time, but for the kind of file where it was asked for by its name. */
function firstChoices(): Choices {
  const { format } = useExportDialog.getState();
  const choices = remembered ?? usualChoices(navigator.language);
  return format ? { ...choices, format } : choices;
}

const instead = {
  pptx: 'A presentation with one slide for the whole, one for each stage, then gaps and priorities. Cards, arrows and texts can be moved and edited.',
  xlsx: 'A workbook with sheets for touchpoints, stages, steps, departments, hand-offs, metrics, people, personas, initiatives and gaps.',
} as const;

/**
 * Chooses a kind of file, shows what it will look like, and makes it. The map is taken as it is when the dialog opens,
 * and what is said about it as it is when the file is made.
 */
export default function ExportDialog() {
  const session = useMapSession();
  const sent = useMemo(() => {
    const { map } = session.store.getState();
    return { title: map.meta.title, content: mapToSend(map, findingsOf(map)) };
  }, [session]);
  const date = useMemo(() => isoToday(new Date()), []);
  const [choices, setChoices] = useState<Choices>(firstChoices);
  const [page, setPage] = useState(0);
  const [done, setDone] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  // What is said goes on while somebody chooses.
  const talk = useTalk((state) => state.talk);
  const comments = useMemo(() => saidIn(talk), [talk]);
  const request = requestOf(choices, date, comments);
  const previewed = usePreview(sent.content, request, page);
  const { preview } = previewed;

  const change = (changed: Partial<Choices>) => {
    const next = { ...choices, ...changed };
    remembered = next;
    setChoices(next);
    setPage(0);
  };
  const cancel = () => running.current?.abort(new Error('cancelled'));
  const close = () => {
    cancel();
    closeExport();
  };
  const make = async () => {
    const controller = new AbortController();
    running.current = controller;
    setDone(0);
    try {
      const { blob, missing } = await makeFile(sent.content, request, setDone, controller.signal);
      saveFile(blob, fileNameOf(sent.title, choices.format));
      if (missing.length > 0) toast(missingWords(missing));
      closeExport();
    } catch (error) {
      if (controller.signal.aborted) toast('The export was stopped.');
      else toast(`The file was not made. ${reasonOf(error)} The map itself is unharmed.`, { tone: 'problem' });
    } finally {
      running.current = null;
      setDone(null);
    }
  };

  return (
    <Dialog
      title="Export"
      wide
      roomy
      onClose={close}
      actions={
        done === null ? (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button look="primary" onClick={() => void make()}>
              Export {FORMATS[choices.format].name}
            </Button>
          </>
        ) : (
          <>
            <div
              className={styles.progress}
              role="progressbar"
              aria-label="Exporting"
              aria-valuenow={Math.round(done * 100)}
            >
              <Spinner />
              {Math.round(done * 100)}%
            </div>
            <Button onClick={cancel}>Stop</Button>
          </>
        )
      }
    >
      <div className={styles.columns}>
        <ExportChoices choices={choices} onChange={change}>
          {preview?.kind === 'page' && preview.smallest !== null && (
            <Legibility smallest={preview.smallest} choices={choices} onChange={change} />
          )}
        </ExportChoices>
        <PreviewPane
          previewed={previewed}
          onPage={setPage}
          instead={choices.format === 'xlsx' ? instead.xlsx : instead.pptx}
        />
      </div>
    </Dialog>
  );
}

const missingWords = (missing: readonly string[]) =>
  `The file is ready. No font has ${missing.slice(0, 8).join(' ')}: a box stands there.`;

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : 'Try again in a moment.';
