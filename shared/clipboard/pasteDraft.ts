import { generateKeyBetween } from 'fractional-indexing';
import { type Known, parseCapture } from '../capture/parseCapture.ts';
import { type ManyItems, type NewItem, PASTE_LIMIT } from '../commands/addItems.ts';
import { type ItemKind, WORD_LIMIT } from '../model/fields.ts';
import { idOf, type LaneId, type PersonId, type StageId, type StepId, type TouchpointId } from '../model/ids.ts';
import type { ItemRef, Lane, Note, Person, Place, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { cutTitle, tooLong } from '../model/titles.ts';
import { emptyNames, isNamed, type NamedKind, type Names, namesOn } from './names.ts';

export type PastePlan =
  | {
      readonly status: 'planned';
      readonly input: ManyItems;
      readonly select: readonly ItemRef[];
      /** How many descriptions hold the rest of titles or names that were too long. */
      readonly shortened: number;
    }
  | { readonly status: 'refused'; readonly reason: string };

/** Collects what a paste adds; whatever it names is found on the map, or made once. */
export class PasteDraft {
  readonly items: NewItem[] = [];
  shortened = 0;
  readonly map: MapSnapshot;
  readonly #newId: () => string;
  readonly #ends = new Map<string, string>();
  readonly #there: Readonly<Record<NamedKind, Names>>;
  readonly #made: Readonly<Record<NamedKind, Names>> = emptyNames();
  readonly #longNames = new Set<string>();
  /** What names had no room for, until the next card takes it. */
  #rests: string[] = [];
  #known: Known | null = null;

  constructor(map: MapSnapshot, newId: () => string) {
    this.map = map;
    this.#newId = newId;
    this.#there = namesOn(map);
  }

  add<Kind extends string>(kind: ItemKind, fields: Readonly<Record<string, unknown>>) {
    const id = idOf<Kind>(this.#newId());
    this.items.push({ kind, id, fields });
    const { title, name = title, stage = null } = fields;
    if (isNamed(kind)) this.#made[kind].add(String(name), id, stage === null ? null : String(stage));
    return id;
  }

  /** More than a paste may add: it will be refused, whatever else is collected. */
  get isTooMuch(): boolean {
    return this.items.length > PASTE_LIMIT;
  }

  touchpoint(place: Place, fields: Partial<Touchpoint>): TouchpointId {
    return this.add('touchpoint', { ...fields, place, order: this.#next('touchpoint', place) });
  }

  note(place: Place, fields: Partial<Note>): string {
    return this.add('note', { ...fields, place, order: this.#next('note', place) });
  }

  /** What a lane holds: a touchpoint, or a note of the same words. */
  card(place: Place, title: string, fields: Partial<Touchpoint> = {}): ItemRef {
    const rests = this.#rests;
    this.#rests = [];
    if (rests.length > 0 && cutTitle(title).rest === '') this.shortened++;
    if (this.laneKind(place.lane) === 'notes')
      return { kind: 'note', id: this.note(place, { text: [title, ...rests].join('\n') }) };
    const description = [fields.description, ...rests].filter(Boolean).join('\n');
    return { kind: 'touchpoint', id: this.touchpoint(place, { ...fields, ...this.#titled(title, description) }) };
  }

  /** A line as one would type it into a cell: “Title @owner #channel”, where it is no note. */
  captured(place: Place, line: string): ItemRef {
    if (this.laneKind(place.lane) === 'notes') return this.card(place, line);
    this.#known ??= {
      people: this.map.people.list.map(({ name }) => name),
      channels: [...new Set(this.map.touchpoints.list.map(({ channel }) => channel))],
    };
    const { title, owner, channel } = parseCapture(line, this.#known);
    return this.card(place, title || line, {
      owner: owner ? this.person(this.name(owner)) : null,
      channel: (channel ?? '').slice(0, WORD_LIMIT),
    });
  }

  /**
   * A name from a text, as long as a name may be: what is more goes into the description of the card it first comes with.
   * A name that is on the map is met however long it is.
   */
  name(text: string): string {
    const { title, rest } = cutTitle(text);
    if (rest === '') return title;
    const { stage, lane, person } = this.#there;
    if ([stage, lane, person].some((names) => names.find(text) !== undefined)) return text;
    if (!this.#longNames.has(text)) {
      this.#longNames.add(text);
      this.#rests.push(`“${title.slice(0, 80)}…” goes on: ${rest}`);
    }
    return title;
  }

  /** Everything that was collected, as one paste; refused where something would be lost. */
  plan(select: readonly ItemRef[], orders: ManyItems['orders'] = []): PastePlan {
    if (this.#rests.length > 0) return { status: 'refused', reason: tooLong('title') };
    return { status: 'planned', input: { items: this.items, orders }, select, shortened: this.shortened };
  }

  laneKind(lane: string): Lane['kind'] | undefined {
    const there = this.map.lanes.get(lane)?.kind;
    if (there) return there;
    const made = this.items.find(({ kind, id }) => kind === 'lane' && id === lane);
    // Made here, by `lane` below.
    return made?.fields.kind as Lane['kind'] | undefined;
  }

  person(name: string, fields: Partial<Person> = {}): PersonId {
    return idOf(this.#named('person', name) ?? this.add('person', { ...fields, name }));
  }

  lane(title: string, fields: Partial<Lane> = {}): LaneId {
    const known = this.#named('lane', title, fields.kind);
    if (known) return idOf(known);
    const order = this.#after('lane', 'all', this.map.lanes.list.at(-1)?.order);
    return this.add('lane', { kind: 'department', ...fields, title, order });
  }

  stage(title: string): StageId {
    const known = this.#named('stage', title);
    if (known) return idOf(known);
    return this.add('stage', { title, order: this.#after('stage', 'all', this.map.stages.list.at(-1)?.order) });
  }

  /** The step of this name, in that stage where one is said. */
  step(title: string, stage: StageId | null): StepId {
    const known = this.#there.step.find(title, stage) ?? this.#made.step.find(cutTitle(title).title, stage);
    if (known) return idOf(known);
    const home = stage ?? this.map.stages.list.at(-1)?.id ?? this.stage('Pasted');
    const last = this.map.steps.list.filter((step) => step.stage === home).at(-1)?.order;
    return this.add('step', { ...this.#titled(title), stage: home, order: this.#after('step', home, last) });
  }

  /** A title that is none any more goes on in the description. */
  #titled(text: string, description = ''): { readonly title: string; readonly description: string } {
    const { title, rest } = cutTitle(text);
    if (rest !== '') this.shortened++;
    return { title, description: [rest, description].filter(Boolean).join('\n') };
  }

  #named(kind: NamedKind, name: string, within: string | null = null): string | undefined {
    return this.#there[kind].find(name, within) ?? this.#made[kind].find(name);
  }

  /** At the end of a cell, one after the other. */
  #next(kind: 'touchpoint' | 'note', { step, lane }: Place): string {
    const list: readonly (Touchpoint | Note)[] =
      kind === 'touchpoint' ? this.map.touchpoints.list : this.map.notes.list;
    const last = list.findLast(({ place }) => place?.step === step && place.lane === lane);
    return this.#after(kind, `${step} ${lane}`, last?.order);
  }

  #after(kind: ItemKind, where: string, last: string | undefined): string {
    const key = `${kind} ${where}`;
    const order = generateKeyBetween(this.#ends.get(key) ?? last ?? null, null);
    this.#ends.set(key, order);
    return order;
  }
}
