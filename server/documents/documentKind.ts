import type * as Y from 'yjs';
import type { VisiblePerson } from '../../shared/protocol/access.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { mapOfTalk } from '../../shared/talk/talkId.ts';
import type { MapSummary } from '../storage/storage.ts';
import { admitUpdate } from './admitUpdate.ts';
import type { DocumentRules, UpdateFacts } from './inspectUpdate.ts';
import { mapRules, summarize, touchesSummary } from './mapDocument.ts';
import { admitTalk, TALK_LIMIT, talkRules } from './talkDocument.ts';

/** Who sends an edit, and when. */
export interface Author {
  readonly person: VisiblePerson;
  /** By the server's clock, in milliseconds since 1970. */
  readonly at: number;
}

/** What a room must know about the document it holds: all that maps and their discussions do differently. */
export interface DocumentKind {
  readonly rules: DocumentRules;
  /** Who may write to it; everybody else's edits are ignored. */
  readonly writtenBy: Role;
  /** Largest size of the whole document, encoded; null: what the server's limits say. */
  readonly limit: number | null;
  /** What the server itself adds to an edit has to reach its writer, too. */
  readonly answersWriters: boolean;
  /**
   * Applies an edit by the contract of `admitUpdate`: false when something it builds on is missing, `Malformed` when it
   * must not be let in. `judge` is asked when it is complete, before anything is applied, and may throw `Malformed`.
   */
  admit(doc: Y.Doc, update: Uint8Array, author: Author, judge: (facts: UpdateFacts) => void): boolean;
  /** What lists show of it; null: no list does. */
  summarize(doc: Y.Doc): MapSummary | null;
  touchesSummary(transaction: Y.Transaction): boolean;
}

const mapKind: DocumentKind = {
  rules: mapRules,
  writtenBy: 'editor',
  limit: null,
  answersWriters: false,
  admit: (doc, update, _author, judge) => admitUpdate(doc, update, mapRules, judge),
  summarize,
  touchesSummary,
};

const talkKind: DocumentKind = {
  rules: talkRules,
  writtenBy: 'commenter',
  limit: TALK_LIMIT,
  // The stamp that says who wrote a comment comes with the comment's own transaction.
  answersWriters: true,
  admit: (doc, update, { person, at }, judge) => admitTalk(doc, update, person, at, judge),
  summarize: () => null,
  touchesSummary: () => false,
};

/** The kind of the document with this id. */
export const kindOf = (document: string): DocumentKind => (mapOfTalk(document) === null ? mapKind : talkKind);

/** The map that a document is part of: the map itself, or the one that is talked about. */
export const mapOf = (document: string): string => mapOfTalk(document) ?? document;
