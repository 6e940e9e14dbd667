import type { LineBreaks, TextFormat } from '@unlimited/contract';
import { createFormatReader, type Part, shapeOf } from '@unlimited/format';
import {
  createRunSegmenter,
  createSegmenter,
  type RunSegmenter,
  type Segmenter,
  type SegmenterOptions,
} from '@unlimited/segment';

export interface TextSegmenterOptions extends SegmenterOptions {
  readonly format: TextFormat;
  readonly lineBreaks: LineBreaks;
}

/** The segments of a text that arrives in pieces, whatever its format. */
export function createTextSegmenter({ format, ...options }: TextSegmenterOptions): Segmenter {
  if (format === 'plain') return createSegmenter(options);
  const reader = createFormatReader(format);
  const segmenter = createRunSegmenter(options);
  return {
    push: (piece) => addParts(segmenter, reader.push(piece)).take(),
    end: () => addParts(segmenter, reader.end()).takeRest(),
  };
}

function addParts(segmenter: RunSegmenter, parts: readonly Part[]): RunSegmenter {
  for (const part of parts) {
    if (part.kind === 'layout') segmenter.addLayout(part.text);
    else segmenter.addRun({ ...part, shape: shapeOf(part.text, part.pieces) });
  }
  return segmenter;
}
