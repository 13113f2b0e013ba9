import type { Severity } from '../../shared/gaps/rule.ts';
import { HUES } from './items.ts';

/** The roles of the theme as a canvas needs them: it knows neither variables nor `light-dark()`. */
export interface FarColors {
  readonly card: string;
  readonly hues: readonly string[];
  readonly note: string;
  readonly edge: string;
  readonly ink: string;
  readonly line: string;
  /** Between columns and rows. */
  readonly rule: string;
  readonly broken: string;
  readonly marks: Readonly<Record<Severity, string>>;
  readonly font: string;
}

let known: { readonly of: string; readonly colors: FarColors } | null = null;

/** The colours of a theme: read once, since the browser computes styles for the answer. `of` names the theme that is shown. */
export function colorsOf(root: HTMLElement, of: string): FarColors {
  if (known?.of !== of) known = { of, colors: readColors(root) };
  return known.colors;
}

function readColors(root: HTMLElement): FarColors {
  const probe = document.createElement('span');
  probe.hidden = true;
  root.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    card: read('--panel'),
    hues: Array.from({ length: HUES }, (_, hue) => read(`--hue-${hue}`)),
    note: read('--sunken'),
    edge: read('--line-strong'),
    ink: read('--ink'),
    line: read('--faint'),
    rule: read('--line'),
    broken: read('--danger'),
    marks: { high: read('--mark-high'), medium: read('--mark-medium'), low: read('--mark-low') },
    font: getComputedStyle(root).fontFamily,
  };
  probe.remove();
  return colors;
}
