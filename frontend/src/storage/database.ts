/** The browser's database of Unbend, and how each version of it came from the one before. */

export const NAME = "unbend";

type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** Step n makes version n + 1 of version n. A step that was once released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore("outbox", { keyPath: "id" });
    database.createObjectStore("refused", { keyPath: "id" });
    database.createObjectStore("scripts", { keyPath: ["day", "variant"] });
    database.createObjectStore("runs");
  },
];

/** The database was made by a newer version of the app than the one that runs here. */
export class NewerStorage extends Error {}

/** Opens the database and brings it to the newest version, without losing anything in it. */
export function openDatabase(migrations: readonly Migration[] = MIGRATIONS): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, migrations.length);
    request.onupgradeneeded = ({ oldVersion }) => {
      const transaction = request.transaction;
      if (transaction !== null) for (const step of migrations.slice(oldVersion)) step(request.result, transaction);
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error?.name === "VersionError" ? new NewerStorage() : request.error);
  });
}

export function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when all of a transaction is on the disk, not before. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
