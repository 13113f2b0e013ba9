import { useEffect, useRef, useState } from 'react';
import { addItems } from '../../../shared/commands/addItems.ts';
import { fromPlainMap } from '../../../shared/export/plainMap.ts';
import { additionOf } from '../../../shared/import/intoMap.ts';
import type { Mapping } from '../../../shared/import/mapping.ts';
import { titleFrom } from '../../home/importFiles.ts';
import { keepReport } from '../../home/importReports.ts';
import { importMap } from '../../http/maps.ts';
import type { Understood } from '../../import/importMessages.ts';
import { understand } from '../../import/understand.ts';
import { newId } from '../../session/newId.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { mapPath, navigate } from '../../ui/route.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './ImportDialog.module.css';
import { closeImport } from './importDialogStore.ts';
import { MappingTable } from './MappingTable.tsx';
import { SourceStep } from './SourceStep.tsx';
import { UnderstoodSummary } from './UnderstoodSummary.tsx';

type Target = 'here' | 'new';
const targets = [
  { value: 'here', label: 'Add to this map' },
  { value: 'new', label: 'New map' },
] as const satisfies readonly { readonly value: Target; readonly label: string }[];

interface Source {
  readonly content: Uint8Array | string;
  readonly title: string;
}

/** Reads a file or a pasted table, shows what was understood, and puts it on this map as one undo step, or on a new one. */
export default function ImportDialog() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const [source, setSource] = useState<Source | null>(null);
  const [understood, setUnderstood] = useState<Understood | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [target, setTarget] = useState<Target>(mayEdit ? 'here' : 'new');
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const read = async (from: Source, mapping: Mapping | null) => {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    setBusy(true);
    setProblem(null);
    try {
      const found = await understand(from.content, mapping, from.title, controller.signal);
      const isDeadEnd = found.result.status === 'refused' && found.sheets.length === 0;
      if (found.result.status === 'refused' && isDeadEnd) setProblem(found.result.reason);
      setUnderstood(isDeadEnd ? null : found);
      setSource(isDeadEnd ? null : from);
    } catch (error) {
      if (controller.signal.aborted) return;
      setProblem(error instanceof Error ? error.message : String(error));
      setUnderstood(null);
    }
    setBusy(false);
  };
  const readFile = async (file: File) => {
    const title = titleFrom(file.name);
    // Not even looked into: reading it would fill the memory.
    if (file.size > MOST)
      return setProblem(
        `This file has ${Math.ceil(file.size / 1024 / 1024)} MB. At most 10 MB are read; no journey is larger.`,
      );
    await read({ content: new Uint8Array(await file.arrayBuffer()), title }, null);
  };

  const result = understood?.result.status === 'imported' ? understood.result : null;
  const bring = async () => {
    if (result === null) return;
    if (target === 'new') {
      setBusy(true);
      const answer = await importMap(new Blob([result.json]), result.map.meta.title);
      setBusy(false);
      if (answer.status === 'failed') return setProblem(answer.message);
      keepReport(answer.value.id, result.warnings);
      closeImport();
      navigate(mapPath(answer.value.id));
      return;
    }
    const { items, left } = additionOf(session.store.getState().map, fromPlainMap(result.map), newId);
    const outcome = session.run(addItems, { items });
    if (outcome.status === 'refused') return setProblem(outcome.reason);
    closeImport();
    const count = result.map.lists.touchpoints.length;
    toast(
      [
        `Added ${count === 1 ? '1 touchpoint' : `${count} touchpoints`}. Undo takes all of it away again.`,
        ...left,
      ].join(' '),
    );
  };

  return (
    <Dialog
      title="Import"
      wide
      roomy={understood !== null}
      onClose={closeImport}
      actions={
        <>
          {busy && <Spinner />}
          {understood !== null && <Button onClick={() => setUnderstood(null)}>Another file</Button>}
          <Button onClick={closeImport}>Cancel</Button>
          {understood !== null && (
            <Button look="primary" disabled={result === null || busy} onClick={() => void bring()}>
              Import
            </Button>
          )}
        </>
      }
    >
      {understood === null || source === null ? (
        <SourceStep
          problem={problem}
          onFile={(file) => void readFile(file)}
          onText={(text) => void read({ content: text, title: 'Pasted table' }, null)}
        />
      ) : (
        <div className={styles.steps}>
          {problem !== null && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          {understood.mapping !== null && (
            <MappingTable
              sheets={understood.sheets}
              mapping={understood.mapping}
              onChange={(mapping) => void read(source, mapping)}
            />
          )}
          {understood.result.status === 'imported' ? (
            <UnderstoodSummary map={understood.result.map} warnings={understood.result.warnings} />
          ) : (
            <p role="status" className={styles.problem}>
              {understood.result.reason}
            </p>
          )}
          {mayEdit && <Segments label="Where it goes" value={target} options={targets} onChange={setTarget} />}
        </div>
      )}
    </Dialog>
  );
}

/** What the server and the readers take, in bytes. */
const MOST = 10 * 1024 * 1024;
