import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Meter, REFUSALS, type Refusal } from './meter.ts';

/** What is looked at when somebody asks, instead of being counted all the time. */
export interface Gauges {
  rooms(): number;
  connections(): number;
  /** Who has these connections. */
  people(): number;
  /** Sessions that were used within the last hour. */
  sessions(): number;
  /** Edits handed to the log that are not on disk, and their bytes. */
  editsWaiting(): number;
  bytesWaiting(): number;
  tasksWaiting(): number;
  tasksRunning(): number;
  isStorageFailing(): boolean;
  setAside(): number;
}

export interface Commit {
  readonly milliseconds: number;
  readonly ok: boolean;
  readonly rows: number;
}

export interface Answer {
  readonly method: string;
  /** As it was declared, so that it holds no id: `/api/maps/:id`. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of one server. They tell how much, never which map, who, or what was written. */
export class Metrics implements Meter {
  readonly #registry = new Registry();
  readonly #edits: Counter;
  readonly #editBytes: Counter;
  readonly #refused: Counter<'reason'>;
  readonly #closed: Counter<'code'>;
  readonly #upgradesRefused: Counter;
  readonly #commits: Histogram<'result'>;
  readonly #commitRows: Counter;
  readonly #folds: Counter<'result'>;
  readonly #answers: Histogram<'method' | 'route' | 'status'>;

  /** `aboutProcess`: memory, processor time and delay of the event loop as well. */
  constructor({ aboutProcess }: { aboutProcess: boolean }) {
    const registers = [this.#registry];
    const named = (name: string, help: string) => ({ name: `throughline_${name}`, help, registers });
    this.#edits = new Counter(named('edits_total', 'Edits taken in by the rooms.'));
    this.#editBytes = new Counter(named('edit_bytes_total', 'Bytes of edits that went to the others and the log.'));
    this.#refused = new Counter({
      ...named('refused_messages_total', 'Messages, or edits in them, that were not taken.'),
      labelNames: ['reason'],
    });
    for (const reason of REFUSALS) this.#refused.inc({ reason }, 0);
    this.#closed = new Counter({
      ...named('closed_connections_total', 'Document connections that the server ended, by close code.'),
      labelNames: ['code'],
    });
    this.#upgradesRefused = new Counter(named('refused_upgrades_total', 'Document connections that were not let in.'));
    this.#commits = new Histogram({
      ...named('commit_seconds', 'Time of one commit of edits, all rooms together, until it is on disk or has failed.'),
      labelNames: ['result'],
      buckets: COMMIT_SECONDS,
    });
    for (const result of ['ok', 'failed']) this.#commits.zero({ result });
    this.#commitRows = new Counter(named('committed_rows_total', 'Rows appended to the logs.'));
    this.#folds = new Counter({ ...named('folds_total', 'Logs folded into a checkpoint.'), labelNames: ['result'] });
    for (const result of ['ok', 'failed']) this.#folds.inc({ result }, 0);
    this.#answers = new Histogram({
      ...named('http_request_seconds', 'Time of HTTP requests.'),
      labelNames: ['method', 'route', 'status'],
      buckets: ANSWER_SECONDS,
    });
    if (aboutProcess) collectDefaultMetrics({ register: this.#registry });
  }

  /** Once the parts are there that can be looked at. */
  watch(gauges: Gauges): void {
    const gauge = (name: string, help: string, look: () => number) =>
      new Gauge({
        name: `throughline_${name}`,
        help,
        registers: [this.#registry],
        collect() {
          this.set(look());
        },
      });
    gauge('rooms', 'Maps and discussions that are open in memory.', gauges.rooms);
    gauge('connections', 'Document connections.', gauges.connections);
    gauge('people', 'People who have at least one document connection.', gauges.people);
    gauge('sessions', 'Sessions that were used within the last hour, at most 20,000.', gauges.sessions);
    gauge('edits_waiting', 'Edits that are not on disk yet.', gauges.editsWaiting);
    gauge('edit_bytes_waiting', 'Bytes of edits that are not on disk yet.', gauges.bytesWaiting);
    gauge('tasks_waiting', 'Work for other threads that has not begun.', gauges.tasksWaiting);
    gauge('tasks_running', 'Work under way in other threads.', gauges.tasksRunning);
    gauge('storage_failing', '1 while edits cannot be stored.', () => Number(gauges.isStorageFailing()));
    gauge('set_aside', 'Stored parts that could not be read and lie aside.', gauges.setAside);
  }

  edits(count: number, bytes: number): void {
    this.#edits.inc(count);
    this.#editBytes.inc(bytes);
  }

  refused(reason: Refusal): void {
    this.#refused.inc({ reason });
  }

  closed(code: number): void {
    this.#closed.inc({ code: String(code) });
  }

  upgradeRefused(): void {
    this.#upgradesRefused.inc();
  }

  committed({ milliseconds, ok, rows }: Commit): void {
    this.#commits.observe({ result: ok ? 'ok' : 'failed' }, milliseconds / 1_000);
    if (ok) this.#commitRows.inc(rows);
  }

  folded(ok: boolean): void {
    this.#folds.inc({ result: ok ? 'ok' : 'failed' });
  }

  answered({ method, route, status, milliseconds }: Answer): void {
    this.#answers.observe({ method, route, status: String(status) }, milliseconds / 1_000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
