import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { now, nowMinus } from './clock.ts';
import type { Db } from './database.ts';

/** What a key may do; `null`: no limit of that kind. Characters are UTF-16 code units of source text. */
export interface ApiKeyLimits {
  readonly requestsPerMinute: number | null;
  readonly charactersPerHour: number | null;
  readonly storedCharacters: number | null;
}

export interface ApiKeyRecord extends ApiKeyLimits {
  readonly id: string;
  /** Whose it is, as the operator wrote it. */
  readonly name: string;
  /** The owner of what is translated with it, 32 bytes. */
  readonly owner: Buffer;
  readonly createdAt: Date;
  /** To the hour. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const columns = [
  'id',
  'name',
  'owner',
  'requests_per_minute',
  'characters_per_hour',
  'stored_characters',
  'created_at',
  'last_used_at',
  'revoked_at',
] as const;

/** What a key looks like: told apart from other secrets by its beginning, 256 random bits. */
const keyPattern = /^ut_[A-Za-z0-9_-]{43}$/;

/** Makes a key. Only its hash is stored: `key` is never to be had again. */
export async function createApiKey(
  db: Db,
  { name, ...limits }: ApiKeyLimits & { name: string },
): Promise<{ id: string; key: string }> {
  const id = randomBytes(6).toString('hex');
  const key = `ut_${randomBytes(32).toString('base64url')}`;
  await db
    .insertInto('api_key')
    .values({
      id,
      name,
      key_hash: hashOf(key),
      owner: randomBytes(32),
      requests_per_minute: limits.requestsPerMinute,
      characters_per_hour: limits.charactersPerHour,
      stored_characters: limits.storedCharacters,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  return { id, key };
}

/** All keys, revoked ones too, the oldest first. */
export async function listApiKeys(db: Db): Promise<ApiKeyRecord[]> {
  const rows = await db.selectFrom('api_key').select(columns).orderBy('created_at').orderBy('id').execute();
  return rows.map(toRecord);
}

/** Ends a key; what was translated with it stays until its time is over. Returns whether it was valid until now. */
export async function revokeApiKey(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The valid key of this text; `undefined` when there is none, or it is revoked. Notes its use, once an hour. */
export async function findApiKey(db: Db, key: string): Promise<ApiKeyRecord | undefined> {
  if (!keyPattern.test(key)) return undefined;
  const row = await db
    .selectFrom('api_key')
    .select([...columns, sql<number>`coalesce(last_used_at < ${nowMinus(3_600_000)}, 1)`.as('stale')])
    .where('key_hash', '=', hashOf(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row?.stale)
    await db.updateTable('api_key').set({ last_used_at: now }).where('id', '=', row.id).execute();
  return row && toRecord(row);
}

interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly owner: Buffer;
  readonly requests_per_minute: number | null;
  readonly characters_per_hour: number | null;
  readonly stored_characters: number | null;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

function toRecord(row: ApiKeyRow): ApiKeyRecord {
  return {
    id: row.id,
    name: row.name,
    owner: row.owner,
    requestsPerMinute: row.requests_per_minute,
    charactersPerHour: row.characters_per_hour,
    storedCharacters: row.stored_characters,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}

/** Fast, because there is nothing to guess in 256 random bits. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
