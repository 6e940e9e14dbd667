import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunSegmenter, joinSegments, type TextRun } from './index.ts';

/** `<…>` is markup, which reads like a closing quotation mark. */
function toRun(text: string): TextRun {
  const pieces = Array.from(text.matchAll(/<[^<>]*>/g), ({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
  }));
  return { text, shape: text.replace(/<[^<>]*>/g, (tag) => '”'.repeat(tag.length)), pieces };
}

test('sentences are cut as if the markup were not there, and never within it', () => {
  const segmenter = createRunSegmenter({ lang: 'de' });
  segmenter.addLayout('<p>');
  segmenter.addRun(toRun('Das ist <a. B>gut.</b> Dann <i x="Ende. Neu">kam Dr. Meier.'));
  segmenter.addLayout('</p><p>');
  segmenter.addRun(toRun('Ende'));
  expect(segmenter.takeRest()).toEqual([
    { sourceText: '', gap: '<p>' },
    { sourceText: 'Das ist <a. B>gut.</b>', gap: ' ' },
    { sourceText: 'Dann <i x="Ende. Neu">kam Dr. Meier.', gap: '</p><p>' },
    { sourceText: 'Ende', gap: '' },
  ]);
});

test('a sentence that is too long is divided beside its markup, which costs no tokens', () => {
  const countTokens = (text: string) => text.length / 4;
  const long = createRunSegmenter({ lang: 'de', maxTokens: 10, countTokens });
  long.addRun(toRun(`kurz <${'x'.repeat(500)}> und gut`));
  expect(long.takeRest()).toHaveLength(1);

  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Wort', '<tag name="a, b">', ' ', ', ', '. ', 'x'.repeat(60)), {
        maxLength: 60,
      }),
      (parts) => {
        const run = toRun(parts.join(''));
        const segmenter = createRunSegmenter({ lang: 'de', maxTokens: 8, countTokens });
        segmenter.addRun(run);
        const segments = segmenter.takeRest();
        expect(joinSegments(segments)).toBe(run.text);
        for (const { sourceText } of segments)
          expect(sourceText.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
      },
    ),
  );
});
