import { create } from 'zustand';
import { personaLens } from '../../shared/insights/personaLens.ts';
import type { PersonaId } from '../../shared/model/ids.ts';
import type { Persona } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { useMap } from '../session/SessionContext.tsx';

/** Through whose eyes this tab looks at the map: null is everyone's. Nobody else sees it. */
const useChosenPersona = create<{ readonly chosen: PersonaId | null }>(() => ({ chosen: null }));

export const choosePersona = (chosen: PersonaId | null): void => useChosenPersona.setState({ chosen });

/** The persona chosen, as long as there is one of that id on this map. */
export function usePersona(): Persona | null {
  const chosen = useChosenPersona((state) => state.chosen);
  return useMap((map) => (chosen === null ? null : (map.personas.get(chosen) ?? null)));
}

/** The map through the eyes that are chosen now, for what is worked out beforehand. */
export function mapAsChosen(map: MapSnapshot): MapSnapshot {
  const { chosen } = useChosenPersona.getState();
  return mapFor(map, (chosen !== null && map.personas.get(chosen)) || null);
}

const seen = new WeakMap<MapSnapshot, Map<Persona, MapSnapshot>>();

/** The map as the persona lives through it; the same snapshot for the same two, so that what hangs on it is kept. */
export function mapFor(map: MapSnapshot, persona: Persona | null): MapSnapshot {
  if (persona === null) return map;
  const lenses = seen.get(map) ?? new Map<Persona, MapSnapshot>();
  seen.set(map, lenses);
  const known = lenses.get(persona);
  if (known) return known;
  const lens = personaLens(map, persona);
  lenses.set(persona, lens);
  return lens;
}
