export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

/** What a combobox has to offer. */
export interface Offer {
  readonly options: readonly Option[];
  /** What the choice that makes something new of the text is called: `Add “Mika”`. Left out: nothing new is made. */
  readonly createLabel?: (text: string) => string;
  /** What the choice of nothing is called; left out: there always is one. */
  readonly clearLabel?: string;
}

/** One line of the list. */
export type Choice = { readonly key: string; readonly label: string; readonly hint?: string | undefined } & (
  | { readonly kind: 'option'; readonly id: string }
  | { readonly kind: 'create'; readonly text: string }
  | { readonly kind: 'clear' }
);

/** More would not be looked through; typing narrows it down. */
const AT_MOST = 60;

/** What the list shows: everything before anybody types, then what has the typed words in it. */
export function choicesFor(
  { options, createLabel, clearLabel }: Offer,
  draft: string | null,
  value: string,
): readonly Choice[] {
  const typed = (draft ?? '').trim();
  const wanted = typed.toLowerCase();
  const found = options
    .filter(({ label, hint }) => `${label} ${hint ?? ''}`.toLowerCase().includes(wanted))
    // What begins with the typed letters is more likely meant than what has them somewhere.
    .sort((a, b) => Number(begins(b, wanted)) - Number(begins(a, wanted)))
    .slice(0, AT_MOST)
    .map(({ id, label, hint }): Choice => ({ kind: 'option', key: id, id, label, hint }));
  const exact = options.some(({ label }) => label.toLowerCase() === wanted);
  const create: readonly Choice[] =
    createLabel && typed && !exact ? [{ kind: 'create', key: '+', text: typed, label: createLabel(typed) }] : [];
  const clear: readonly Choice[] =
    clearLabel && value && !typed ? [{ kind: 'clear', key: '-', label: clearLabel }] : [];
  return [...found, ...create, ...clear];
}

const begins = ({ label }: Option, wanted: string) => label.toLowerCase().startsWith(wanted);
