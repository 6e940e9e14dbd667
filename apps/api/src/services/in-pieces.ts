const usualLength = 65_536;

/** A text piece by piece, so that a large one is stored as it is segmented, like a stream. */
export function* inPieces(text: string, length = usualLength): Generator<string> {
  for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length);
}
