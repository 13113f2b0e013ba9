import { useEffect, useRef, useState } from 'react';
import { fromPlainMap } from '../../../shared/export/plainMap.ts';
import type { Mapping } from '../../../shared/import/mapping.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { titleFrom } from '../../home/importFiles.ts';
import { keepReport } from '../../home/importReports.ts';
import { importMap } from '../../http/maps.ts';
import type { Understood } from '../../import/importMessages.ts';
import { understand } from '../../import/understand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { mapPath, navigate } from '../../ui/route.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './ImportDialog.module.css';
import { MappingStep } from './MappingStep.tsx';
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

/** Puts what was imported on the open map, telling how far it is from 0 to 1; answers why not, or null. */
export type AddHere = (
  imported: MapSnapshot,
  progress: (done: number) => void,
  signal: AbortSignal,
) => Promise<string | null>;

export interface ImportFlowProps {
  /** A file that was chosen already. */
  readonly start?: File;
  /** Left out where no map is open for editing. */
  readonly addHere?: AddHere;
  readonly onClose: () => void;
}

/** Reads a file or a pasted table, shows what was understood, and puts it on the open map or on a new one. */
export default function ImportFlow({ start, addHere, onClose }: ImportFlowProps) {
  const [source, setSource] = useState<Source | null>(null);
  const [understood, setUnderstood] = useState<Understood | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [target, setTarget] = useState<Target>(addHere ? 'here' : 'new');
  /** How much of it is on the open map; null while nothing is being added. */
  const [added, setAdded] = useState<number | null>(null);
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

  const readFileRef = useRef(readFile);
  useEffect(() => {
    if (start) void readFileRef.current(start);
  }, [start]);
  const result = understood?.result.status === 'imported' ? understood.result : null;
  const bring = async () => {
    if (result === null) return;
    if (target === 'here' && addHere) {
      const controller = new AbortController();
      reading.current = controller;
      setProblem(null);
      setAdded(0);
      const reason = await addHere(fromPlainMap(result.map), setAdded, controller.signal);
      setAdded(null);
      if (reason === null) onClose();
      else setProblem(reason);
      return;
    }
    setBusy(true);
    const answer = await importMap(new Blob([result.json]), result.map.meta.title);
    setBusy(false);
    if (answer.status === 'failed') return setProblem(answer.message);
    keepReport(answer.value.id, result.warnings);
    onClose();
    navigate(mapPath(answer.value.id));
  };

  return (
    <Dialog
      title="Import"
      wide
      roomy={understood !== null}
      onClose={() => added === null && onClose()}
      actions={
        added === null ? (
          <>
            {busy && <Spinner />}
            {understood !== null && <Button onClick={() => setUnderstood(null)}>Another file</Button>}
            <Button onClick={onClose}>Cancel</Button>
            {understood !== null && (
              <Button look="primary" disabled={result === null || busy} onClick={() => void bring()}>
                Import
              </Button>
            )}
          </>
        ) : (
          <>
            <div
              className={styles.progress}
              role="progressbar"
              aria-label="Adding to this map"
              aria-valuenow={Math.round(added * 100)}
            >
              <Spinner />
              {Math.round(added * 100)}%
            </div>
            <Button onClick={() => reading.current?.abort()}>Stop</Button>
          </>
        )
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
            <MappingStep
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
          {addHere && <Segments label="Where it goes" value={target} options={targets} onChange={setTarget} />}
        </div>
      )}
    </Dialog>
  );
}

/** What the server and the readers take, in bytes. */
const MOST = 10 * 1024 * 1024;
