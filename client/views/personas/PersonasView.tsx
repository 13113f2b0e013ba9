import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { addPersona } from '../../../shared/commands/addPersona.ts';
import { emotionLines } from '../../../shared/insights/emotionLine.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { newId } from '../../session/newId.ts';
import { useRun, useWholeMap } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import { CurveTable } from '../CurveTable.tsx';
import { usePersona } from '../chosenPersona.ts';
import { goToMap } from '../goToMap.ts';
import view from '../View.module.css';
import { PersonaTable } from './PersonaTable.tsx';

/** Whose journey this is: how each kind of customer feels along it, and what each is worth. */
export default function PersonasView() {
  const map = useWholeMap();
  const run = useRun();
  const mayEdit = useMayEdit();
  const chosen = usePersona();
  const lines = useMemo(() => emotionLines(map), [map]);
  const { steps } = outlineOf(map);
  const add = () => run(addPersona, { id: idOf<'persona'>(newId()), fields: { name: 'New persona' } });
  const rated = lines.filter(({ values }) => values.some((value) => value !== null));
  return (
    <div className={view.page}>
      <header className={view.head}>
        <h2 className={view.title}>Personas</h2>
        <div className={view.space} />
        {mayEdit && (
          <Button look="primary" onClick={add}>
            <Plus size={16} aria-hidden />
            New persona
          </Button>
        )}
        <p className={view.lead}>
          Choose a persona to look at the map through their eyes: what they feel, their share of the money, their gaps.
        </p>
      </header>
      {map.personas.list.length === 0 ? (
        <p className={view.empty}>Nobody has said yet whose journey this is.</p>
      ) : (
        <section className={view.section} aria-label="Kinds of customers">
          <PersonaTable lines={lines} />
        </section>
      )}
      {rated.length > 0 && (
        <section className={view.section} aria-label="How they feel">
          <h3 className={view.heading}>How they feel along the way</h3>
          <CurveTable
            label="Emotion by step"
            columns={steps.map(({ id, title }) => ({
              id,
              title: title || 'Untitled step',
              onOpen: () => goToMap([{ kind: 'step', id }]),
            }))}
            lines={rated.map(({ persona, values }) => ({
              id: persona?.id ?? 'everyone',
              label: persona ? persona.name || 'Unnamed persona' : 'Everyone',
              values,
              strong: chosen === null ? persona === null : persona?.id === chosen.id,
            }))}
          />
        </section>
      )}
    </div>
  );
}
