import * as z from 'zod/mini';

/** How far somebody has read a map's discussion: times of the server's clock, as in the stamps of comments. */

/** So many threads in one message. */
const READ_MARKS_LIMIT = 500;

const time = z.int().check(z.gte(0));
const threads = z.record(z.string().check(z.minLength(1), z.maxLength(200)), time);

/** `GET /api/maps/:id/read`: everything up to `before` is read, and of some threads more. */
export const readMarks = z.object({ before: time, threads });

/** `PUT /api/maps/:id/read`: read so far at least; what is named is only ever moved on, so two tabs cannot disagree. */
export const changeReadMarksBody = z.strictObject({
  before: z.optional(time),
  threads: z.optional(
    threads.check(z.refine((named) => Object.keys(named).length <= READ_MARKS_LIMIT, 'These are too many threads.')),
  ),
});
export type ChangeReadMarksBody = z.infer<typeof changeReadMarksBody>;
