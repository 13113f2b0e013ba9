import type { Command } from '../commands/command.ts';
import type { FindingId, LaneId, TouchpointId } from '../model/ids.ts';
import type { ItemRef } from '../model/records.ts';
import type { Finding } from './findGaps.ts';
import type { MapView } from './mapView.ts';

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * One kind of gap. A rule is a pure question put to a map: no Yjs, no random, no clock. Its id is published: answers
 * are kept under it, so it never changes its meaning.
 */
export interface GapRule {
  readonly id: string;
  readonly severity: Severity;
  /** As it stands above a finding: "Nobody owns this hand-off". */
  readonly title: string;
  /** Why it matters, in one sentence that names its source. */
  readonly why: string;
  /**
   * Every place where the map has this gap. In near linear time: it runs while people type.
   * @param before what the rules before this one in the list have found; only follow-up asks for it
   */
  find(view: MapView, before: readonly Finding[]): readonly Found[];
}

/** What a rule says about one place; the engine adds what follows from it. */
export interface Found {
  /** The ids that make this finding the same one tomorrow: of items that it cannot exist without. */
  readonly key: readonly string[];
  /** Where it is, the most telling item first. */
  readonly items: readonly ItemRef[];
  readonly departments: readonly LaneId[];
  /** Plain words with the names from the map. */
  readonly message: string;
  readonly fix?: Fix;
  /**
   * What a dismissal was about besides the gap's being there: numbers, ids, never names. When one changes, a dismissed
   * finding comes back. Left out: its items and departments.
   */
  readonly facts?: readonly Fact[];
}

export type Fact = string | number | boolean | null;

/** What closes the gap: one click where there is only one sensible thing to do, else the way to where a person decides. */
export type Fix =
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: Command<unknown>;
      /** The command's input; new items get their ids from the caller. */
      readonly input: (newId: () => string, finding: FindingId) => unknown;
    }
  | { readonly kind: 'go'; readonly label: string; readonly item: ItemRef; readonly field: FixField }
  | { readonly kind: 'link'; readonly label: string; readonly from: TouchpointId; readonly to: TouchpointId | null };

/** The place in the details panel where a person decides; the names are those of fields, or of lists beside them. */
export type FixField =
  | 'accepted'
  | 'belief'
  | 'channel'
  | 'emotions'
  | 'evidence'
  | 'expects'
  | 'handoffs'
  | 'information'
  | 'lifecycle'
  | 'metrics'
  | 'owner'
  | 'place'
  | 'profitability'
  | 'rewarded'
  | 'steps'
  | 'systems'
  | 'target'
  | 'touchpoints'
  | 'values'
  | 'waitActual'
  | 'waitTarget'
  | 'moneyEach';

/** A command that is ready to run: it can be undone like anything else people do. */
export const commandFix = <Input>(
  label: string,
  command: Command<Input>,
  input: (newId: () => string, finding: FindingId) => Input,
): Fix => ({ kind: 'command', label, command, input });

/** The way to the field where somebody has to decide. */
export const goFix = (label: string, kind: ItemRef['kind'], id: string, field: FixField): Fix => ({
  kind: 'go',
  label,
  item: { kind, id },
  field,
});
