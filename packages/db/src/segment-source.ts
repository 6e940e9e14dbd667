import type { Db } from './database.ts';
import { BLOCK_SIZE, type TextFormat } from './database.ts';
import { toBytes } from './translation-id.ts';
import type { OwnedId } from './translations.ts';

/** A segment as whoever translates it again needs to know it. */
export interface SegmentSource {
  readonly sourceText: string;
  readonly targetText: string | null;
  /** The language of its block, which need not be the translation's. */
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly modelKey: string;
  readonly hasGlossary: boolean;
  readonly format: TextFormat;
}

/** The number of the block that holds a segment. Blocks are never longer than 64, so it is not below that of a text of full ones. */
export async function findBlockNo(db: Db, id: Buffer, index: number): Promise<number | undefined> {
  const firstPossible = Math.floor(index / BLOCK_SIZE);
  const row = await db
    .selectFrom('block')
    .select('block_no')
    .where('translation_id', '=', id)
    .where('block_no', '>=', firstPossible)
    .where(({ eb, or }) =>
      or([eb('first_idx', 'is', null), eb(eb('first_idx', '+', eb.ref('segment_count')), '>', index)]),
    )
    .orderBy('block_no')
    .limit(1)
    .executeTakeFirst();
  return row?.block_no;
}

/** A segment of the owner's translation; `undefined` when there is none, or it is somebody else's. */
export async function readSegmentSource(
  db: Db,
  { id, owner, index }: OwnedId & { index: number },
): Promise<SegmentSource | undefined> {
  const key = toBytes(id);
  const row = await db
    .selectFrom('translation as t')
    .innerJoin('segment as s', 's.translation_id', 't.id')
    .select([
      's.source_text',
      's.target_text',
      't.source_lang',
      't.target_lang',
      't.model_key',
      't.has_glossary',
      't.format',
    ])
    .where('t.id', '=', key)
    .where('t.owner', '=', owner)
    .where('t.deleted_at', 'is', null)
    .where('s.idx', '=', index)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const blockNo = await findBlockNo(db, key, index);
  const block =
    blockNo === undefined
      ? undefined
      : await db
          .selectFrom('block')
          .select(['model_key', 'source_lang'])
          .where('translation_id', '=', key)
          .where('block_no', '=', blockNo)
          .executeTakeFirst();
  return {
    sourceText: row.source_text,
    targetText: row.target_text,
    sourceLang: block?.source_lang ?? row.source_lang,
    targetLang: row.target_lang,
    modelKey: block?.model_key ?? row.model_key,
    hasGlossary: row.has_glossary !== 0,
    format: row.format,
  };
}
