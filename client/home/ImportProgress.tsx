import { CircleAlert, CircleCheck, Clock } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog, useDialogsSoon } from '../ui/Dialog.tsx';
import { Link } from '../ui/Link.tsx';
import { lazyPart } from '../ui/lazyPart.ts';
import { mapPath } from '../ui/route.ts';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './ImportProgress.module.css';
import { dismissImports, type Imported, useImports } from './importFiles.ts';

/** Only a table that was not understood asks for the code to explain it. */
const ImportFlow = lazyPart(() => import('../panels/import/ImportFlow.tsx'));

/** What is being imported, and afterwards what became of each file; stays until it has been read. */
export function ImportProgress() {
  const files = useImports((state) => state.files);
  useDialogsSoon();
  const [explained, setExplained] = useState<File | null>(null);
  if (explained)
    return (
      <Suspense>
        <ImportFlow start={explained} onClose={() => setExplained(null)} />
      </Suspense>
    );
  if (files.length === 0) return null;
  const [only] = files;
  const table = files.length === 1 && only?.status === 'refused' ? only.table : null;
  const explain = () => {
    setExplained(table);
    dismissImports();
  };
  const running = files.some(({ status }) => status === 'running' || status === 'waiting');
  return (
    <Dialog
      title={titleOf(files, running)}
      onClose={() => !running && dismissImports()}
      actions={
        !running && (
          <>
            {table && <Button onClick={explain}>Choose columns</Button>}
            <Button look="primary" onClick={dismissImports}>
              Close
            </Button>
          </>
        )
      }
    >
      <ul className={styles.files} aria-live="polite">
        {files.map((file, index) => (
          // The list is written once and never reordered; two files may bear the same name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={styles.file}>
            <ImportedFile file={file} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function titleOf(files: readonly Imported[], running: boolean): string {
  const many = files.length > 1;
  if (running) return many ? `Importing ${files.length} files` : 'Importing';
  const done = files.filter(({ status }) => status === 'done').length;
  if (!many) return 'This file was not imported';
  return done === files.length ? `Imported ${done} maps` : `Imported ${done} of ${files.length} files`;
}

function ImportedFile({ file }: { readonly file: Imported }) {
  switch (file.status) {
    case 'waiting':
      return <Line icon={<Clock size={16} />} name={file.name} words="Waiting" />;
    case 'running':
      return <Line icon={<Spinner size={16} />} name={file.name} words="Reading the table" />;
    case 'done':
      return (
        <>
          <Line
            icon={<CircleCheck size={16} className={styles.good} />}
            name={file.name}
            words={file.warnings === 0 ? 'Imported whole' : `Imported, with ${notUnderstood(file.warnings)}`}
          />
          <Link href={mapPath(file.id)} onClick={dismissImports} className={styles.open}>
            Open
          </Link>
        </>
      );
    case 'refused':
      return <Line icon={<CircleAlert size={16} className={styles.bad} />} name={file.name} words={file.message} />;
    default:
      return file satisfies never;
  }
}

const notUnderstood = (count: number) => (count === 1 ? 'one thing to check' : `${count} things to check`);

const Line = ({ icon, name, words }: { icon: React.ReactNode; name: string; words: string }) => (
  <>
    <span className={styles.icon} aria-hidden>
      {icon}
    </span>
    <div className={styles.words}>
      <div className={styles.name}>{name}</div>
      <div className={styles.outcome}>{words}</div>
    </div>
  </>
);
