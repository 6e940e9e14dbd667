import { BLOCK_SIZE, type BlockTable } from './database.ts';

/** The columns that say which segments a block holds. */
export type BlockRangeRow = Pick<BlockTable, 'block_no' | 'first_idx' | 'segment_count'>;

/** A block's first segment and its last possible one. Blocks of old replicas hold 64 from 64 × `block_no` on. */
export function rangeOf({ block_no, first_idx, segment_count }: BlockRangeRow): {
  first: number;
  last: number;
} {
  const first = first_idx ?? block_no * BLOCK_SIZE;
  return { first, last: first + (segment_count ?? BLOCK_SIZE) - 1 };
}
