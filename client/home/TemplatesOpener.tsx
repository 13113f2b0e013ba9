import { type ReactNode, Suspense, useState } from 'react';
import { lazyPart } from '../ui/lazyPart.ts';

const TemplateDialog = lazyPart(() => import('./TemplateDialog.tsx'));

interface TemplatesOpenerProps {
  /** What opens the list. */
  readonly children: (open: () => void) => ReactNode;
}

/** The list of templates, and its code, from the moment somebody asks for it. */
export function TemplatesOpener({ children }: TemplatesOpenerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {children(() => setOpen(true))}
      <Suspense>{isOpen && <TemplateDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
