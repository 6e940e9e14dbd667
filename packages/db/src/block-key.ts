import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { toBytes } from './translation-id.ts';

export interface BlockKey {
  readonly translationId: string;
  readonly blockNo: number;
}

/** A block's key as it is stored. */
export interface StoredBlockKey {
  readonly translation_id: Buffer;
  readonly block_no: number;
}

export function toStoredKey({ translationId, blockNo }: BlockKey): StoredBlockKey {
  return { translation_id: toBytes(translationId), block_no: blockNo };
}

/**
 * The condition that a row of `block` is one of these. Written out, because MariaDB does not use an index for
 * `(a, b) in (…)`; a statement that changes several blocks locks them in the order of the primary key, whoever runs it.
 */
export function isOneOf(keys: readonly StoredBlockKey[]): RawBuilder<SqlBool> {
  if (keys.length === 0) return sql<SqlBool>`false`;
  const each = keys.map(
    (key) => sql`(translation_id = ${key.translation_id} and block_no = ${key.block_no})`,
  );
  return sql<SqlBool>`(${sql.join(each, sql` or `)})`;
}
