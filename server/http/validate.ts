import type { output, ZodMiniType } from 'zod/mini';
import { Refused } from './refused.ts';

/** What came in as the type the schema describes, or a refusal that says what is wrong with it. */
export function validate<S extends ZodMiniType>(schema: S, value: unknown): output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue?.path.length ? `${issue.path.map(String).join('.')}: ` : '';
  const message = `${where}${issue?.message ?? 'The request could not be understood'}`;
  throw new Refused(400, 'bad_request', message.endsWith('.') ? message : `${message}.`);
}
