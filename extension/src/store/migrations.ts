/** The stores of the database by version, with the key and the indexes of each. Records of one store have one shape. */
export interface StoreShape {
  readonly key: string;
  readonly indexes: Indexes;
}

/** Index name → key path; `each`: an entry for each element of the array that stands there. */
type Indexes = Readonly<Record<string, string | { readonly each: string }>>;

export interface Migration {
  /** The version that this step leads to, from the one before. */
  readonly to: number;
  readonly newStores: Readonly<Record<string, StoreShape>>;
  /** New indexes on stores that are there already: store → indexes. */
  readonly newIndexes: Readonly<Record<string, Indexes>>;
  /** What becomes of each record of a store; stores that are not named stay as they are. Pure; throws on no input. */
  readonly records: Readonly<Record<string, (record: Readonly<Record<string, unknown>>) => unknown>>;
}

/** Watched hosts and the marks of notifications. */
const first: Migration = {
  to: 1,
  newStores: {
    hosts: { key: "id", indexes: {} },
    marks: { key: "key", indexes: {} },
  },
  newIndexes: {},
  records: {},
};

/** Owner and tags of a host; the certificates themselves, found by the fingerprint that hosts show; hosts by their end. */
const ownerAndTags: Migration = {
  to: 2,
  newStores: { certificates: { key: "sha256", indexes: {} } },
  newIndexes: { hosts: { sha256: "lastSeen.sha256", notAfter: "lastSeen.notAfter" } },
  records: { hosts: (host) => ({ owner: "", tags: [], ...host }) },
};

/** Certificates that the user has, found by the names in them; hosts by when they are to be checked, and were. */
const ownedAndSchedule: Migration = {
  to: 3,
  newStores: { owned: { key: "sha256", indexes: { names: { each: "names" } } } },
  newIndexes: { hosts: { nextCheckAt: "nextCheckAt", checkedAt: "lastCheck.at" } },
  records: {},
};

/** In order, without a gap: the last one's version is the database's. A new version is a new entry and its test. */
export const migrations: readonly Migration[] = [first, ownerAndTags, ownedAndSchedule];

export const currentVersion = migrations.length;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** What a step makes of one record of a store. What is no object stays what it is. */
export const migrateRecord = ({ records }: Migration, store: string, record: unknown): unknown =>
  isRecord(record) ? (records[store]?.(record) ?? record) : record;

/** The stores' records of an earlier version (a backup's, say) as they are in the current one. */
export function migrateStores(
  stores: Readonly<Record<string, readonly unknown[]>>,
  from: number,
): Readonly<Record<string, readonly unknown[]>> {
  return migrations
    .filter(({ to }) => to > from)
    .reduce(
      (all, step) =>
        Object.fromEntries(
          Object.entries(all).map(([store, records]) => [
            store,
            records.map((record) => migrateRecord(step, store, record)),
          ]),
        ),
      stores,
    );
}
