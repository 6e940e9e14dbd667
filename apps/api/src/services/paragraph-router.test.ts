import { joinSegments, segmentText } from '@unlimited/segment';
import { describe, expect, test } from 'vitest';
import type { Direction } from './directions.ts';
import { ParagraphRouter, type RoutedSegment, type RouterOptions } from './paragraph-router.ts';

const german =
  'Der Vertrag wurde gestern von beiden Seiten unterschrieben. Er tritt am ersten Januar in Kraft, wenn niemand widerspricht.';
const english =
  'The contract was signed by both sides yesterday. It comes into force on the first of January unless somebody objects.';
const french =
  'Le contrat a été signé hier par les deux parties. Il entre en vigueur le premier janvier si personne ne s’y oppose.';

const direction = (sourceLang: string, steps = 1): Direction => ({
  key: `${sourceLang}-en`,
  sourceLang,
  targetLang: 'en',
  via: undefined,
  steps: Array.from({ length: steps }, () => ({
    sourceLang,
    targetLang: 'en',
    modelKey: sourceLang,
    maxSourceTokens: 512,
    beamSize: 1,
    countTokens: (text) => text.length,
  })),
});
const [fromGerman, fromFrench] = [direction('de'), direction('fr')];

function route(text: string, options: Partial<RouterOptions> = {}, piece = 3): RoutedSegment[] {
  const router = new ParagraphRouter({
    main: fromGerman,
    targetLang: 'en-GB',
    others: new Map(),
    ...options,
  });
  const segments = segmentText(text, { lang: 'de' });
  const routed: RoutedSegment[] = [];
  for (let at = 0; at < segments.length; at += piece)
    routed.push(...router.push(segments.slice(at, at + piece)));
  routed.push(...router.end());
  expect(joinSegments(routed.map(({ segment }) => segment))).toBe(text);
  return routed;
}

const nameOf = ({ route }: RoutedSegment) => (typeof route === 'string' ? route : route.sourceLang);
const routesOf = (...args: Parameters<typeof route>) => route(...args).map(nameOf);

describe('a paragraph', () => {
  test('in the target language is kept, all of it, and the others are not', () => {
    const expected = ['main', 'main', 'kept', 'kept', 'main', 'main'];
    for (const piece of [1, 2, 6]) {
      expect(routesOf(`${german}\n\n${english}\n${german}`, {}, piece)).toEqual(expected);
    }
  });

  test('in another language that is translated goes by its models, if the text’s language was found', () => {
    const text = `${german}\n\n${french}\n\n${german}`;
    const others = new Map([['fr', fromFrench]]);
    expect(routesOf(text, { others })).toEqual(['main', 'main', 'fr', 'fr', 'main', 'main']);
    expect(routesOf(text)).toEqual(Array(6).fill('main'));
  });

  test('of one line or name has no say', () => {
    expect(routesOf('Yes.\nHarry Osborn, Peter Parker\nNew York City\n')).toEqual(['main', 'main', 'main']);
  });

  test('without a say between two of the target language is kept when it looks like it', () => {
    const text = `${english}\n\nThat is the reason.\n\nDas ist der Grund.\n\n${english}\n\nThat is the end.`;
    expect(routesOf(text)).toEqual(['kept', 'kept', 'kept', 'main', 'kept', 'kept', 'main']);
  });

  test('that holds a sentence of the main language does not keep that one', () => {
    const text = `${english} It has been read by all of us. Das hat niemand von uns gelesen und verstanden. ${english}`;
    expect(routesOf(text)).toEqual(['kept', 'kept', 'kept', 'main', 'kept', 'kept']);
  });

  test('that never ends is decided by its beginning and goes on like it', () => {
    const routes = routesOf(`${english} `.repeat(500));
    expect(new Set(routes)).toEqual(new Set(['kept']));
  });
});

test('a text in the target language is kept but for what is in others', () => {
  const unchanged = { ...direction('en', 0), sourceLang: 'en' };
  const others = new Map([['de', fromGerman]]);
  expect(routesOf(`${english}\nOK.\n${german}\n${english}`, { main: unchanged, others })).toEqual([
    'kept',
    'kept',
    'kept',
    'de',
    'de',
    'kept',
    'kept',
  ]);
});

test('what waits for its neighbours is bounded', () => {
  const router = new ParagraphRouter({ main: fromGerman, targetLang: 'en', others: new Map() });
  router.push(segmentText(`${english}\n`, { lang: 'de' }));
  const short = segmentText('Yes.\n'.repeat(10_000), { lang: 'de' });
  let waiting = 0;
  for (const segment of short) {
    waiting += 1 - router.push([segment]).length;
    expect(waiting).toBeLessThan(100);
  }
});
