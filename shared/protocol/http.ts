import * as z from 'zod/mini';
import { role, visiblePerson } from './access.ts';

/** The bodies of the HTTP interface, checked by the server and used by the page. Times are ISO 8601 in UTC. */

const title = z
  .string()
  // As many as `shared/model/titles.ts` gives a title on the map itself.
  .check(z.trim(), z.minLength(1, 'A map needs a title.'), z.maxLength(1000, 'A title has at most 1,000 characters.'));

/** Names of the finished maps that come with the program. */
const sampleName = z.enum(['broadband', 'glasses'], 'There is no such sample.');
export type SampleName = z.infer<typeof sampleName>;

/** Names of the maps to begin with; their titles and texts are in `shared/templates`. */
export const TEMPLATE_NAMES = [
  'lifecycle',
  'referral',
  'businessOnboarding',
  'serviceBlueprint',
  'patientJourney',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
const templateName = z.enum(TEMPLATE_NAMES, 'There is no such template.');

/** `POST /api/maps`: an empty map, a finished sample or a template, under its own title or the one given. */
export const createMapBody = z
  .strictObject({ title: z.optional(title), sample: z.optional(sampleName), template: z.optional(templateName) })
  .check(
    z.refine(
      ({ sample, template }) => !sample || !template,
      'A map begins as a sample or from a template, not as both.',
    ),
    z.refine(({ title: own, sample, template }) => own ?? sample ?? template, 'A map needs a title.'),
  );
export type CreateMapBody = z.infer<typeof createMapBody>;

/**
 * `POST /api/maps/:id/copy`: a map of one's own with the same content. With a state, the copy shows the same journey as it is
 * or as it should be, and names the map it was made from as its counterpart.
 */
export const copyMapBody = z.strictObject({
  title: z.optional(title),
  state: z.optional(z.enum(['current', 'future'])),
});
export type CopyMapBody = z.infer<typeof copyMapBody>;

/** `PATCH /api/maps/:id`. */
export const renameMapBody = z.strictObject({ title });
export type RenameMapBody = z.infer<typeof renameMapBody>;

/**
 * `POST /api/import?title=`: the body is the file itself, as `text/csv`. A title that is too long is cut and one that
 * is empty is not taken: it comes from a file's name, and nobody should have to rename a file.
 */
export const importQuery = z.object({ title: z.optional(z.string()) });

export const createdMap = z.object({ id: z.string() });
export type CreatedMap = z.infer<typeof createdMap>;

/** What could not be understood, row by row; everything else was imported. `row` is as a spreadsheet numbers it. */
const importWarning = z.object({
  row: z.number(),
  column: z.nullable(z.string()),
  value: z.string(),
  message: z.string(),
});
export const importedMap = z.object({ id: z.string(), warnings: z.readonly(z.array(importWarning)) });
export type ImportedMap = z.infer<typeof importedMap>;

export const mapCounts = z.object({
  stages: z.number(),
  steps: z.number(),
  lanes: z.number(),
  touchpoints: z.number(),
  handoffs: z.number(),
});
export type MapCounts = z.infer<typeof mapCounts>;

/** One entry of `GET /api/maps` and, with `deletedAt`, of `GET /api/trash`. Newest change first. */
const mapEntry = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['current', 'future']),
  /** Whether others begin from it. */
  template: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.nullable(z.string()),
  counts: mapCounts,
  /** What the asker is on it. */
  role,
  /** Whose it is, where it is anybody's: the one who has owned it longest. */
  owner: z.nullable(visiblePerson),
});
export type MapEntry = z.infer<typeof mapEntry>;
/** How long a map lies in the trash before it is destroyed. */
export const TRASH_DAYS = 30;

export const mapList = z.array(mapEntry);

/** `GET /api/maps/:id/picture`: the emotion along the way, null where nobody said, and how many gaps are open. */
export const mapPicture = z.object({ curve: z.array(z.nullable(z.number())), gaps: z.number() });

/** `GET /api/health`: 200 as soon as the server serves. `reasons` says in words what does not work at present. */
export const health = z.object({ status: z.enum(['ready', 'degraded']), reasons: z.array(z.string()) });
export type Health = z.infer<typeof health>;

/** Every answer from 400 on. `error` is a fixed word for programs, `message` a sentence for people. */
export const errorBody = z.object({ error: z.string(), message: z.string() });
export type ErrorBody = z.infer<typeof errorBody>;
