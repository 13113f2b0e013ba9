import * as z from 'zod';

/** Everything that can be configured from outside; nothing else in the server reads `process.env`. */
export interface Environment {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where maps are kept; made when missing. */
  readonly dataDir: string;
  readonly logLevel: (typeof logLevels)[number];
  /** `https://maps.example.com` when people reach the server under a name of its own; null: whatever Host they used. */
  readonly publicOrigin: string | null;
  /** HTTP requests a minute from one address. */
  readonly requestsPerMinute: number;
  /** Open document sockets from one address. */
  readonly socketsPerAddress: number;
  /** Whoever names it may read `/metrics`; null: only programs on this machine. */
  readonly metricsToken: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const whole = (name: string, min: number, max: number, fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `${name} must be a whole number from ${min} to ${max}`,
    )
    .transform(Number);

const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/',
    'PUBLIC_ORIGIN must look like https://maps.example.com, without a path',
  )
  .transform((text) => new URL(text).origin);

const schema = z.object({
  PORT: whole('PORT', 0, 65_535, 4321),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((text) => /^[A-Za-z0-9.:_-]+$/.test(text), 'HOST must be an address or a host name'),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}`).default('warn'),
  PUBLIC_ORIGIN: origin.optional(),
  REQUESTS_PER_MINUTE: whole('REQUESTS_PER_MINUTE', 1, 10_000_000, 6_000),
  SOCKETS_PER_ADDRESS: whole('SOCKETS_PER_ADDRESS', 1, 1_000_000, 2_000),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'METRICS_TOKEN must be 16 to 200 letters, digits or signs')
    .optional(),
});

/** What is wrong with these is said without repeating them: it ends in logs. */
const SECRETS = new Set(['METRICS_TOKEN']);

/** Reads the environment, or says in one sentence each what is wrong with it. An empty value counts as not set. */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
): { ok: true; environment: Environment } | { ok: false; problems: string[] } {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const read = schema.safeParse(set);
  if (!read.success) {
    const got = (name: string) => (SECRETS.has(name) ? '' : `, not ${JSON.stringify(set[name])}`);
    const problems = read.error.issues.map(({ message, path }) => `${message}${got(String(path[0]))}.`);
    return { ok: false, problems };
  }
  const { data } = read;
  return {
    ok: true,
    environment: {
      port: data.PORT,
      host: data.HOST,
      dataDir: data.DATA_DIR,
      logLevel: data.LOG_LEVEL,
      publicOrigin: data.PUBLIC_ORIGIN ?? null,
      requestsPerMinute: data.REQUESTS_PER_MINUTE,
      socketsPerAddress: data.SOCKETS_PER_ADDRESS,
      metricsToken: data.METRICS_TOKEN ?? null,
    },
  };
}
