import type { Decoder } from './decoder.ts';
import type { SearchSpec } from './search-spec.ts';

/** The decoders of one model in one process. */
export interface SearchDecoders {
  get(search: SearchSpec): Promise<Decoder>;
}

/**
 * Opens the decoder that is always needed. One of another beam size is opened when it is asked for, and closed when a
 * third size is: so many beam sizes need no more memory than two.
 */
export async function openDecoders(
  usual: SearchSpec,
  open: (search: SearchSpec) => Promise<Decoder>,
): Promise<SearchDecoders> {
  const decoder = await open(usual);
  let other: { readonly beamSize: number; readonly decoder: Decoder } | undefined;
  return {
    async get(search) {
      const { beamSize } = search;
      if (beamSize === usual.beamSize) return decoder;
      if (other?.beamSize !== beamSize) {
        await other?.decoder.close();
        other = undefined;
        other = { beamSize, decoder: await open(search) };
      }
      return other.decoder;
    },
  };
}
