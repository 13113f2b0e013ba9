declare const brand: unique symbol;

/** A string that names one kind of thing only, so that a lane's id cannot be passed where a step's is meant. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type StageId = Id<'stage'>;
export type StepId = Id<'step'>;
export type LaneId = Id<'lane'>;
export type TouchpointId = Id<'touchpoint'>;
export type NoteId = Id<'note'>;
export type HandoffId = Id<'handoff'>;
export type MetricId = Id<'metric'>;
export type PersonId = Id<'person'>;
export type PersonaId = Id<'persona'>;
export type InitiativeId = Id<'initiative'>;
/** The same for as long as the items of the finding exist, so that what was answered stays answered. */
export type FindingId = Id<'finding'>;

/** Starts with a letter or digit, so no id is ever `__proto__`, and stays short enough for a key in a document. */
const pattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/;

/** Whether a string may name an item of a map. */
export const isId = (value: unknown): value is string => typeof value === 'string' && pattern.test(value);

/**
 * The one place where a plain string becomes an id; throws when it cannot be one, because that is a bug of the caller.
 * The kind comes from where the id goes; where TypeScript cannot see that far, an id without kind fits everywhere.
 */
export function idOf<Kind extends string = never>(value: string): Id<Kind> {
  if (!isId(value)) throw new Error(`Not an id: ${JSON.stringify(value)}`);
  return value as Id<Kind>;
}
