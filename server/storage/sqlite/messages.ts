/** What the server's main thread and the SQLite thread say to each other. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type WorkerRequest = { readonly id: number } & (
  | { readonly kind: 'open' }
  /** `inside`: only as part of the transaction that was begun; after a crash of the thread there is none any more. */
  | { readonly kind: 'run'; readonly query: Query; readonly inside: boolean }
  /** All or nothing; with `onlyIf`, nothing unless that query finds a row. Answers with a change when it was done. */
  | { readonly kind: 'transact'; readonly queries: readonly Query[]; readonly onlyIf: Query | null }
  /** What each finds, all as of one moment. Answers with one list of rows for each. */
  | { readonly kind: 'readTogether'; readonly queries: readonly Query[] }
  | { readonly kind: 'close' }
);

export type WorkerAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly rows: unknown[]; readonly changes: number }
  /** `refused`: the person who starts the server can act on the message. */
  | { readonly ok: false; readonly message: string; readonly refused: boolean }
);

export interface WorkerSetup {
  readonly folder: string;
  /** How long a statement waits for another program that holds the database, in milliseconds. */
  readonly patience: number;
}
