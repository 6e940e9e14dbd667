import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { appendBlocks, beginTranslation, type Db, finishReceiving, type NewSegment } from '../src/index.ts';
import { newTranslationId, toBytes } from '../src/translation-id.ts';

export const modelKey = 'b'.repeat(64);

const words =
  'der Fluss trägt am Morgen viele kleine Boote langsam zwischen grünen Ufern in die große Stadt hinab'.split(
    ' ',
  );

export function sentences(count: number): NewSegment[] {
  return Array.from({ length: count }, (_, index) => ({
    sourceText: `Satz ${index}: ${Array.from({ length: 12 }, (_, at) => words[(index * 7 + at * (index % 5)) % words.length]).join(' ')}.`,
    gap: index % 8 === 7 ? '\n\n' : ' ',
    targetText: null,
    origin: null,
    flags: [],
  }));
}

/** A text that waits to be translated, stored as the API does it. */
export async function addWaiting(db: Db, count: number, owner = randomBytes(32)): Promise<string> {
  const id = await beginTranslation(db, { owner, sourceLang: 'de', targetLang: 'en', modelKey, keep: true });
  const segments = sentences(count);
  for (let firstIndex = 0; firstIndex < count; firstIndex += 512) {
    await appendBlocks(db, id, { firstIndex, segments: segments.slice(firstIndex, firstIndex + 512) });
  }
  await finishReceiving(db, id);
  return id;
}

/** Finished texts of 2,000 segments: copies of one, made by the server. Every fourth belongs to `owner`. */
export async function addFinished(db: Db, segmentCount: number, owner: Buffer): Promise<void> {
  const template = toBytes(await addWaiting(db, 2000));
  await sql`update segment set target_text = concat('The river: ', source_text), origin = 'model'
    where translation_id = ${template}`.execute(db);
  await sql`update block set state = 'done', open_count = 0 where translation_id = ${template}`.execute(db);
  await sql`update translation set status = 'done', done_count = segment_count, started_at = now(6), finished_at = now(6)
    where id = ${template}`.execute(db);
  // A table of its own: an INSERT from the table it fills goes through a temporary table on disk.
  await sql`create table finished as select * from segment where translation_id = ${template}`.execute(db);
  const stranger = randomBytes(32);
  for (let made = 0; made < segmentCount; made += 2000) {
    const id = toBytes(newTranslationId());
    const whose = made % 8000 === 0 ? owner : stranger;
    await sql`insert into translation (id, owner, source_lang, target_lang, model_key, status, pace, keep, excerpt,
        source_length, segment_count, done_count, started_at, finished_at)
      select ${id}, ${whose}, source_lang, target_lang, model_key, status, pace, keep, excerpt, source_length,
        segment_count, done_count, started_at, finished_at from translation where id = ${template}`.execute(
      db,
    );
    await sql`insert into block (translation_id, block_no, model_key, state, turn, open_count, attempts)
      select ${id}, block_no, model_key, state, turn, open_count, 1 from block where translation_id = ${template}`.execute(
      db,
    );
    await sql`insert into segment
      select ${id}, idx, source_text, gap, target_text, origin, flags from finished`.execute(db);
  }
}

/** Memory entries whose sources are `Satz <n>`, n counting from 0; in the order of their key, which is faster. */
export async function addMemory(db: Db, count: number): Promise<void> {
  await sql`insert into memory (model_key, source_hash, target_text, last_used_at)
    select ${modelKey}, unhex(sha2(concat('Satz ', n), 256)), concat('Sentence ', n), now() - interval (n % 5000) minute
    from (with recursive one (d) as (select 0 union all select d + 1 from one where d < 999)
      select a.d * 1000 + b.d as n from one a, one b) numbers
    where n < ${count} order by 2`.execute(db);
}

/** Finished texts of no segments, for their number: the table of translations should be large as well. */
export async function addShort(db: Db, count: number): Promise<void> {
  await sql`insert into translation (id, owner, source_lang, target_lang, model_key, status, pace, keep, excerpt,
      source_length, started_at, finished_at)
    select unhex(concat(lpad(hex(1600000000000 + n * 1000), 12, '0'), hex(random_bytes(10)))),
      unhex(sha2(n % 1000, 256)), 'de', 'en', ${modelKey}, 'done', 1, 1, 'Guten Morgen!', 13, now(6), now(6)
    from (with recursive one (d) as (select 0 union all select d + 1 from one where d < 999)
      select a.d * 1000 + b.d as n from one a, one b) numbers
    where n < ${count}`.execute(db);
}
