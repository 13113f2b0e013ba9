import { isIP } from 'node:net';
import * as z from 'zod';
import type { OpenId } from './access/auth.ts';

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
  /** Open document sockets from one address, and of one person. */
  readonly socketsPerAddress: number;
  readonly socketsPerPerson: number;
  /** Edits a second from one connection; who sends more is read slower. */
  readonly editsPerSecond: number;
  /** Largest map, and edits of all maps that may wait while they cannot be stored. */
  readonly mapMegabytes: number;
  readonly unsavedMegabytes: number;
  /** Guests made for one address a minute: browsers that come for the first time. */
  readonly guestsPerMinute: number;
  /** Wrong sign-ins, and accounts made, from one address a minute. */
  readonly signInsPerMinute: number;
  readonly whoMayCreate: 'everyone' | 'accounts';
  /** Whether anybody may make an account with address and password. */
  readonly signUpOpen: boolean;
  /** The company's own sign-in. */
  readonly openId: OpenId | null;
  /**
   * Which proxies in front of the server say truly from where and over what a request came: a number of them, or
   * their addresses. Null: none, and what such headers say is not believed.
   */
  readonly trustProxy: number | string | null;
  /** What cookies are signed with; null: a file in the data folder holds it. */
  readonly authSecret: string | null;
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

const issuer = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'OPENID_ISSUER must be the address of the sign-in, like https://login.example.com',
  );

const proxies = z
  .string()
  .refine(
    (text) => /^[1-9]$/.test(text) || text.split(',').every((one) => isIP(one.trim().replace(/\/\d{1,3}$/, '')) !== 0),
    'TRUST_PROXY must be the number of proxies in front of the server, or their addresses, separated by commas',
  )
  .transform((text) => (/^[1-9]$/.test(text) ? Number(text) : text));

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
  SOCKETS_PER_PERSON: whole('SOCKETS_PER_PERSON', 1, 1_000_000, 2_000),
  EDITS_PER_SECOND: whole('EDITS_PER_SECOND', 10, 1_000_000, 400),
  MAP_MEGABYTES: whole('MAP_MEGABYTES', 1, 500, 50),
  UNSAVED_MEGABYTES: whole('UNSAVED_MEGABYTES', 1, 10_000, 64),
  GUESTS_PER_MINUTE: whole('GUESTS_PER_MINUTE', 1, 1_000_000, 600),
  SIGN_INS_PER_MINUTE: whole('SIGN_INS_PER_MINUTE', 1, 1_000_000, 20),
  WHO_MAY_CREATE: z.enum(['everyone', 'accounts'], 'WHO_MAY_CREATE must be everyone or accounts').default('everyone'),
  SIGN_UP: z.enum(['open', 'closed'], 'SIGN_UP must be open or closed').default('open'),
  OPENID_ISSUER: issuer.optional(),
  OPENID_CLIENT_ID: z.string().optional(),
  OPENID_CLIENT_SECRET: z.string().optional(),
  OPENID_NAME: z.string().default('your company'),
  TRUST_PROXY: proxies.optional(),
  AUTH_SECRET: z
    .string()
    .refine((text) => text.length >= 32, 'AUTH_SECRET must have at least 32 characters')
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'METRICS_TOKEN must be 16 to 200 letters, digits or signs')
    .optional(),
});

/** What is wrong with these is said without repeating them: it ends in logs. */
const SECRETS = new Set(['METRICS_TOKEN', 'AUTH_SECRET', 'OPENID_CLIENT_SECRET']);

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
  const openId = readOpenId(data);
  if (typeof openId === 'string') return { ok: false, problems: [openId] };
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
      socketsPerPerson: data.SOCKETS_PER_PERSON,
      editsPerSecond: data.EDITS_PER_SECOND,
      mapMegabytes: data.MAP_MEGABYTES,
      unsavedMegabytes: data.UNSAVED_MEGABYTES,
      guestsPerMinute: data.GUESTS_PER_MINUTE,
      signInsPerMinute: data.SIGN_INS_PER_MINUTE,
      whoMayCreate: data.WHO_MAY_CREATE,
      signUpOpen: data.SIGN_UP === 'open',
      openId,
      trustProxy: data.TRUST_PROXY ?? null,
      authSecret: data.AUTH_SECRET ?? null,
      metricsToken: data.METRICS_TOKEN ?? null,
    },
  };
}

/** All of it or nothing; a text says what is missing. */
function readOpenId(data: z.output<typeof schema>): OpenId | null | string {
  const { OPENID_ISSUER, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET, OPENID_NAME, PUBLIC_ORIGIN } = data;
  if (!OPENID_ISSUER && !OPENID_CLIENT_ID && !OPENID_CLIENT_SECRET) return null;
  if (!OPENID_ISSUER || !OPENID_CLIENT_ID || !OPENID_CLIENT_SECRET) {
    return "The company's sign-in needs OPENID_ISSUER, OPENID_CLIENT_ID and OPENID_CLIENT_SECRET, all three.";
  }
  if (!PUBLIC_ORIGIN) return "The company's sign-in needs PUBLIC_ORIGIN: the address it sends people back to.";
  return { issuer: OPENID_ISSUER, clientId: OPENID_CLIENT_ID, clientSecret: OPENID_CLIENT_SECRET, name: OPENID_NAME };
}
