import type { Kysely } from 'kysely';
import type { Role } from '../../shared/protocol/roles.ts';
import type { Database } from '../storage/kyselyStorage.ts';
import type { Tables } from '../storage/tables.ts';
import type { Access, AccessChange, Visitor } from './access.ts';
import { formerlyOf, movedAmong } from './aliases.ts';
import type { OpenId } from './auth.ts';
import { Changes } from './changes.ts';
import { cleanUp } from './cleaning.ts';
import { Endings } from './endings.ts';
import { GroupCommit } from './groupCommit.ts';
import { Links } from './links.ts';
import { type ListedMap, mapsOf, mapsWhenLeaving } from './mapLists.ts';
import { Members } from './members.ts';
import { People } from './people.ts';
import { Rights, type Standing } from './rights.ts';
import { keyFor } from './secret.ts';
import { type Present, Sessions } from './sessions.ts';

export interface AccessSettings {
  readonly db: Kysely<Tables>;
  readonly transact: Database['transact'];
  readonly secret: string;
  readonly publicOrigin: string | null;
  readonly whoMayCreate: 'everyone' | 'accounts';
  readonly signUpOpen: boolean;
  readonly openId: OpenId | null;
  /** How long a session lasts that is not used. */
  readonly sessionSeconds?: number;
  readonly note: (text: string) => void;
}

/** As long as browsers keep a cookie at all: with it a guest would lose their maps. */
const SESSION_SECONDS = 400 * 86_400;
const CLEAN_EVERY = 6 * 3_600_000;

/** Who people are and what they may do, over the tables of `storage/accessTables.ts`. */
export class AccessControl implements Access {
  readonly sessions: Sessions;
  readonly people: People;
  readonly links: Links;
  readonly members: Members;
  readonly settings: AccessSettings;
  readonly #changes = new Changes();
  readonly #rights: Rights;
  readonly #endings: Endings;
  #cleaning: NodeJS.Timeout | null = null;

  constructor(settings: AccessSettings) {
    const { db, secret, publicOrigin, sessionSeconds = SESSION_SECONDS } = settings;
    const changes = this.#changes;
    const key = keyFor(secret, 'sessions');
    const commits = new GroupCommit((queries) => settings.transact(queries));
    this.settings = settings;
    this.#rights = new Rights(db);
    this.sessions = new Sessions({ db, key, secureOnly: publicOrigin?.startsWith('https:') === true });
    // These two first: whoever is told later and asks again must not get an old answer.
    changes.listen((change) => this.#rights.hear(change));
    changes.listen((change) => this.sessions.hear(change));
    this.#endings = new Endings(db, changes);
    this.people = new People({
      ...settings,
      key,
      sessionSeconds,
      sessions: this.sessions,
      changes,
      commits,
      onSessionStart: (end) => this.#endings.expect(end.getTime()),
    });
    this.members = new Members(db, changes);
    this.links = new Links({
      db,
      key: keyFor(secret, 'links'),
      changes,
      commits,
      onEnd: (at) => this.#endings.expect(at),
    });
  }

  async visitorOf(headers: { readonly cookie?: string | undefined }): Promise<Visitor | null> {
    return (await this.sessions.find(headers.cookie))?.visitor ?? null;
  }

  async roleOn(map: string, person: string): Promise<Role | null> {
    const { role, inTrash } = await this.#rights.on(map, person);
    return inTrash ? null : role;
  }

  /** As `roleOn`, also for a map that lies in the trash. */
  standing(map: string, person: string): Promise<Standing> {
    return this.#rights.on(map, person);
  }

  onChange(listener: (change: AccessChange) => void): () => void {
    return this.#changes.listen(listener);
  }

  /** A map was made, thrown away, restored or destroyed: what people are on it is another. */
  mapChanged(map: string): void {
    this.#changes.announce({ kind: 'rights', map, person: null });
  }

  mayCreate({ visitor }: Present): boolean {
    return this.settings.whoMayCreate === 'everyone' || visitor.kind === 'account';
  }

  listMaps(person: string, where: 'live' | 'trash'): Promise<ListedMap[]> {
    return mapsOf(this.settings.db, person, where);
  }

  /** Guests among these people who have signed in to an account they had, and who they are since. */
  movedAmong(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return movedAmong(this.settings.db, people);
  }

  /** Who somebody was before: the guests who signed in to this account. */
  formerly(person: string): Promise<readonly string[]> {
    return formerlyOf(this.settings.db, person);
  }

  mapsWhenLeaving(person: string) {
    return mapsWhenLeaving(this.settings.db, person);
  }

  /** Cleans up now; see `cleaning.ts`. */
  cleanUp(now?: number): Promise<void> {
    return cleanUp({ db: this.settings.db, changes: this.#changes }, now);
  }

  /** Cleans up now and several times a day. */
  keepClean(): void {
    const clean = () =>
      void this.cleanUp().catch((error: unknown) => {
        this.settings.note(`cleaning up failed: ${error instanceof Error ? error.message : String(error)}`);
      });
    clean();
    this.#cleaning = setInterval(clean, CLEAN_EVERY).unref();
  }

  stop(): void {
    this.#endings.stop();
    if (this.#cleaning) clearInterval(this.#cleaning);
  }
}
