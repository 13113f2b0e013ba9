import type { output, ZodMiniType } from 'zod/mini';
import { Refused } from './refused.ts';

/** What came in as the type the schema describes, or a refusal that says what is wrong with it. */
export function validate<S extends ZodMiniType>(schema: S, value: unknown): output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new Refused(400, 'bad_request', sentenceFor(read.error.issues[0]));
}

type Issue = NonNullable<ReturnType<ZodMiniType['safeParse']>['error']>['issues'][number];

const nouns: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a JSON object',
  array: 'a list',
};

/** The validator's own words are for programmers; those of our schemas are sentences. */
function sentenceFor(issue: Issue | undefined): string {
  if (issue?.message.endsWith('.')) return issue.message;
  const subject = issue?.path.length ? JSON.stringify(issue.path.map(String).join('.')) : 'The request';
  switch (issue?.code) {
    case 'invalid_type':
      return `${subject} must be ${nouns[issue.expected] ?? 'something else'}.`;
    case 'unrecognized_keys':
      return `Nothing is known here by the name ${issue.keys.map((key) => JSON.stringify(key.slice(0, 100))).join(', ')}.`;
    default:
      return `${subject} could not be understood.`;
  }
}
