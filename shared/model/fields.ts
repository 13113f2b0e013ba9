import { generateKeyBetween } from 'fractional-indexing';
import * as z from 'zod/mini';
import { type Id, isId } from './ids.ts';

/**
 * How a field is kept in the document, which decides how two people's edits of it merge:
 * - `plain`: one value under one key; the last writer wins.
 * - `text`: a Y.Text; two people may type in it at once.
 * - `entries`: one key a member (`emotions:<persona>`), so edits of different members never meet.
 * - `members`: the same without values: a set, where adding two different members at once keeps both.
 */
type Storage =
  | { readonly kind: 'plain' }
  | { readonly kind: 'text' }
  | {
      readonly kind: 'entries';
      readonly key: string;
      readonly member: z.ZodMiniType<string>;
    }
  | { readonly kind: 'members'; readonly member: z.ZodMiniType<string> };

/** One field of a record: what it may hold, what stands in when something else is stored, and how it is kept. */
export interface Field<T> {
  readonly schema: z.ZodMiniType<T>;
  /** Part of the format: a plain field that says no more than this is not stored, so another one would change maps there are. */
  readonly fallback: T;
  readonly storage: Storage;
  /**
   * What the schema surely takes as it is, found out at a fraction of its cost: a large map has thousands of values. It
   * may say no to what the schema takes.
   */
  readonly isSure?: (value: unknown) => boolean;
  /** The kind of item a reference leads to, so that commands can refuse references to nothing. */
  readonly refersTo?: ItemKind;
}

export type ItemKind =
  | 'stage'
  | 'step'
  | 'lane'
  | 'touchpoint'
  | 'note'
  | 'handoff'
  | 'metric'
  | 'person'
  | 'persona'
  | 'initiative';

/** Longest text one field shows; the rest stays in the document but does not reach a page. */
export const TEXT_LIMIT = 20_000;
/** Longest short plain string. */
export const WORD_LIMIT = 500;
/** Longest word of a set of them. */
export const MEMBER_LIMIT = 120;

const plain = <T>(schema: z.ZodMiniType<T>, fallback: T, isSure?: Field<T>['isSure']): Field<T> => ({
  schema,
  fallback,
  storage: { kind: 'plain' },
  ...(isSure && { isSure }),
});

const idSchema = <Kind extends string>() =>
  z.custom<Id<Kind>>((value) => isId(value)) as unknown as z.ZodMiniType<Id<Kind>>;

/** Free text that people type, several at once. */
export const text = (): Field<string> => ({
  schema: z.string().check(z.maxLength(TEXT_LIMIT)),
  fallback: '',
  storage: { kind: 'text' },
});

/** A short plain string: a channel, a unit, a source. */
export const word = (): Field<string> => plain(z.string().check(z.maxLength(WORD_LIMIT)), '', isWord);

const isWord = (value: unknown): value is string => typeof value === 'string' && value.length <= WORD_LIMIT;

/** An order key (fractional index). Compared by code unit, ties by id. */
export const order = (): Field<string> =>
  plain(z.string().check(z.maxLength(WORD_LIMIT), z.refine(isOrderKey)), 'a0', isUsualOrderKey);

/** Of at most three digits before the fraction, which does not end in zero: nearly all there are. */
const USUAL_ORDER_KEY = /^(?:[aZ][0-9A-Za-z]|[bY][0-9A-Za-z]{2}|[cX][0-9A-Za-z]{3})(?:[0-9A-Za-z]*[1-9A-Za-z])?$/;
const isUsualOrderKey = (value: unknown): boolean => isWord(value) && USUAL_ORDER_KEY.test(value);

/** A stranger's key that is none would make every later insertion beside it throw, so it is not taken for one. */
function isOrderKey(key: string): boolean {
  // fractional-indexing looks at lengths and trailing zeros, but takes any sign for a digit.
  if (!/^[0-9A-Za-z]+$/.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** Yes or no; who never said meant no. */
export const flag = (): Field<boolean> => plain(z.boolean(), false);

/** One of a few words; one that this version does not know reads as `fallback`. */
export const choice = <const T extends string>(options: readonly [T, ...T[]], fallback: NoInfer<T>): Field<T> =>
  plain(z.enum(options) as unknown as z.ZodMiniType<T>, fallback);

/** One of a few words, or nobody said. */
export const maybeChoice = <const T extends string>(options: readonly [T, ...T[]]): Field<T | null> =>
  plain(z.nullable(z.enum(options)) as unknown as z.ZodMiniType<T | null>, null);

/** A finite number or nothing; never NaN, which would spread through every sum. */
export const maybeNumber = (min = -1e15, max = 1e15): Field<number | null> =>
  plain(z.nullable(z.number().check(z.gte(min), z.lte(max))), null);

/** A whole number within these limits, or nothing. */
export const maybeInteger = (min: number, max: number): Field<number | null> =>
  plain(z.nullable(z.int().check(z.gte(min), z.lte(max))), null);

/** A calendar day, `2026-11-14`: a due date has no time zone. */
export const DAY = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** A calendar day or nothing. */
export const maybeDay = (): Field<string | null> => plain(z.nullable(DAY), null);

/** The id of another item, or nothing. That item may be gone: what is left is a reference to nothing, not an error. */
export const ref = <Kind extends ItemKind>(to: Kind): Field<Id<Kind> | null> => ({
  ...plain<Id<Kind> | null>(z.nullable(idSchema<Kind>()), null, isId),
  refersTo: to,
});

/** A value of several parts that only make sense together, under one key. */
export const whole = <T>(schema: z.ZodMiniType<T>, fallback: T): Field<T> => plain(schema, fallback);

/** A cell of the map, or none. */
export const place = (): Field<z.infer<typeof placeSchema> | null> => plain(z.nullable(placeSchema), null, isPlace);

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('step' in value && 'lane' in value)) return false;
  // The schema leaves out what else somebody put there. Its own keys: a stranger's `__proto__` may hold some, too.
  const keys = Object.keys(value);
  const isAll = keys.length === 2 && keys.includes('step') && keys.includes('lane');
  return isAll && isId(value.step) && isId(value.lane);
}

/** A set of words (systems used), each under its own key. Read back sorted, so everybody sees the same order. */
export const words = (): Field<readonly string[]> =>
  members(z.string().check(z.minLength(1), z.maxLength(MEMBER_LIMIT)));

/** A set of items of one kind. */
export const refs = <Kind extends ItemKind>(to: Kind): Field<readonly Id<Kind>[]> => ({
  ...members(idSchema<Kind>()),
  refersTo: to,
});

/** A set of findings; they are computed, not stored, so nothing can refuse an unknown one. */
export const findingRefs = (): Field<readonly Id<'finding'>[]> => members(idSchema<'finding'>());

function members<T extends string>(member: z.ZodMiniType<T>): Field<readonly T[]> {
  return {
    schema: z.readonly(z.array(member)),
    fallback: [],
    storage: { kind: 'members', member },
  };
}

/** Values by member: `entries('date', ...)` reads as `[{ date: '2026-01-31', ... }]`, sorted by member. */
export function entries<Key extends string, Member extends string, Value extends object>(
  key: Key,
  member: z.ZodMiniType<Member>,
  value: z.ZodMiniType<Value>,
): Field<readonly Entry<Key, Member, Value>[]> {
  const entry = z.intersection(z.object({ [key]: member }), value);
  return {
    schema: z.readonly(z.array(entry)) as unknown as z.ZodMiniType<readonly Entry<Key, Member, Value>[]>,
    fallback: [],
    storage: { kind: 'entries', key, member },
  };
}
export type Entry<Key extends string, Member extends string, Value> = Readonly<Record<Key, Member> & Value>;

/** Who feels something: a persona's id, or `everyone`. */
export const feelerSchema = z.string().check(z.refine((value) => isId(value)));
export const placeSchema = z.readonly(z.object({ step: idSchema<'step'>(), lane: idSchema<'lane'>() }));
export const idField = idSchema;
