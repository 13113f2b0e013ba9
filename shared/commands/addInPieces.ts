import { collectionOf } from '../model/collections.ts';
import { REMOVED, rootOf, storedItem } from '../model/mapDoc.ts';
import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { type NewItem, refuseNewItems, writeUnseen } from './addItems.ts';
import type { Command, Outcome } from './command.ts';

/** Runs a command as the session does, as one undo step. */
export type RunCommand = <Input>(command: Command<Input>, input: Input) => Outcome;

/** As much as is written in one go: a page stays quick between two of these, and a server takes each as one message. */
const PIECE_ITEMS = 250;
const PIECE_LETTERS = 200_000;

/**
 * Adds any number of items to a map, piece by piece, and answers what became of it. Nobody sees any of them before all
 * are written, and they appear as one undo step. Each piece yields how many items are written; whoever stops in between
 * calls `return`, which takes back what was written.
 */
export function* addInPieces(
  run: RunCommand,
  map: MapSnapshot,
  items: readonly NewItem[],
): Generator<number, Outcome, undefined> {
  if (items.length === 0) return { status: 'refused', reason: 'There is nothing to add.' };
  const reason = refuseNewItems(map, items);
  if (reason !== null) return { status: 'refused', reason };
  let written = 0;
  let shown = false;
  try {
    for (const piece of piecesOf(items)) {
      const outcome = run(writeUnseenItems, { items: piece });
      if (outcome.status === 'refused') return outcome;
      written += piece.length;
      yield written;
    }
    // A mark is a few bytes, so those of every file that import takes fit into one message.
    const outcome = run(showItems, { items });
    shown = outcome.status === 'done';
    return outcome;
  } finally {
    if (!shown && written > 0) run(dropUnseenItems, { items: items.slice(0, written) });
  }
}

const writeUnseenItems: Command<{ readonly items: readonly NewItem[] }> = {
  name: 'items.write',
  label: 'Import',
  // All of them were asked about before the first was written; what others delete meanwhile, readers cope with.
  refuse: () => null,
  prepare: (doc, { items }) => writeUnseen(doc, items),
  apply: () => undefined,
};

/** What nobody has seen need not be kept for those who typed into it meanwhile. */
const dropUnseenItems: Command<{ readonly items: readonly ItemRef[] }> = {
  name: 'items.drop',
  label: 'Import',
  refuse: () => null,
  prepare(doc, { items }) {
    for (const { kind, id } of items) {
      if (storedItem(doc, collectionOf(kind), id)?.get(REMOVED) === true) rootOf(doc, collectionOf(kind)).delete(id);
    }
  },
  apply: () => undefined,
};

const showItems: Command<{ readonly items: readonly ItemRef[] }> = {
  name: 'items.import',
  label: 'Import',
  refuse: () => null,
  apply(doc, { items }) {
    for (const { kind, id } of items) storedItem(doc, collectionOf(kind), id)?.set(REMOVED, false);
  },
};

function* piecesOf(items: readonly NewItem[]): Generator<readonly NewItem[]> {
  let piece: NewItem[] = [];
  let letters = 0;
  for (const item of items) {
    const length = JSON.stringify(item.fields).length;
    if (piece.length > 0 && (piece.length === PIECE_ITEMS || letters + length > PIECE_LETTERS)) {
      yield piece;
      piece = [];
      letters = 0;
    }
    piece.push(item);
    letters += length;
  }
  if (piece.length > 0) yield piece;
}
