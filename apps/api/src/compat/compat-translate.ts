import { type CompatDetection, CompatTranslation, type Segment } from '@unlimited/contract';
import { isTranslatable } from '@unlimited/segment';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import type { TypedApp } from '../routes/typed-app.ts';
import type { Caller } from '../services/caller.ts';
import type { Direction, Directions } from '../services/directions.ts';
import type { Services } from '../services/services.ts';
import { readableText } from '../services/text-formats.ts';
import { translateNow } from '../services/translate-now.ts';
import { compatAlternatives } from './compat-alternatives.ts';
import { bodyHasKey, compatCaller } from './compat-caller.ts';
import { detect, undetected } from './compat-detect.ts';
import { CompatRefusal } from './compat-error.ts';
import { readInput } from './compat-input.ts';
import { compatDirection, compatLanguage } from './compat-languages.ts';
import type { CompatOptions } from './compat-options.ts';
import { type CompatTranslate, readTranslateRequest } from './compat-translate-request.ts';

/** `POST /translate`: one text or a list of them, translated while the client waits. */
export function compatTranslateRoute(app: TypedApp, services: Services, options: CompatOptions): void {
  const maxBytes = options.MAX_JSON_BYTES;
  const posted = { config: bodyHasKey, schema: { response: { 200: CompatTranslation } } };
  app.post('/translate', posted, async (request, reply) => {
    const input = await readInput(request, { maxBytes });
    const caller = await compatCaller(services, request, input, options);
    const wanted = readTranslateRequest(input, options);
    return translate(services, options, wanted, { caller, signal: leaving(reply) });
  });
}

/** Aborts when the client hangs up. */
function leaving(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.on('close', () => left.abort());
  return left.signal;
}

interface Waiting {
  readonly caller: Caller;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

async function translate(
  services: Services,
  options: CompatOptions,
  wanted: CompatTranslate,
  waiting: Waiting,
): Promise<CompatTranslation> {
  const { directions } = services;
  const { texts, batch, format } = wanted;
  const isAuto = wanted.source === 'auto';
  const textFormat = format === 'html' ? 'html' : 'plain';
  const readable = texts.map((text) => readableText(text, textFormat));
  const detected = isAuto ? detectFor(directions, readable, wanted.target) : undefined;
  const sourceLang = isAuto ? detected?.language : wanted.source;
  const source = sourceLang === undefined ? undefined : compatLanguage(directions, sourceLang);
  const target = compatLanguage(directions, wanted.target);
  if (format !== 'text' && format !== 'html') {
    throw new CompatRefusal(400, `${format} format is not supported`);
  }
  const direction = source && compatDirection(directions, source, target);
  const segments =
    direction === undefined || !readable.some(isTranslatable)
      ? undefined
      : await translateNow(services, {
          texts,
          format: textFormat,
          // Clients count the lines.
          lineBreaks: 'keep',
          choice: { direction, sourceLang: direction.sourceLang, detected: isAuto, others: new Map() },
          targetLang: target.code,
          maxSegmentTokens: options.MAX_SEGMENT_TOKENS,
          timeoutMs: options.COMPAT_TIMEOUT_MS,
          ...waiting,
        }).catch(unlessEmpty);
  const inShape = <T>(values: readonly T[]) => (batch ? [...values] : (values[0] as T));
  const answer = { translatedText: inShape(segments?.map(toTargetText) ?? texts) };
  const detection = detected ?? undetected;
  return {
    ...answer,
    ...(isAuto ? { detectedLanguage: inShape(texts.map(() => detection)) } : {}),
    ...(wanted.alternatives === 0
      ? {}
      : { alternatives: inShape(await alternativesOf(services, wanted, segments, direction, waiting)) }),
  };
}

/** Of each text; none where there is nothing to translate, and none of HTML. */
async function alternativesOf(
  services: Services,
  { texts, format, alternatives: limit }: CompatTranslate,
  segments: readonly Segment[][] | undefined,
  direction: Direction | undefined,
  { signal }: Waiting,
): Promise<string[][]> {
  if (segments === undefined || direction === undefined || format === 'html') return texts.map(() => []);
  const found: string[][] = [];
  for (const each of segments) {
    found.push(await compatAlternatives(services, each, { direction, limit, signal }));
  }
  return found;
}

/** Markup without a word comes back as it is. */
function unlessEmpty(error: unknown): undefined {
  if (!(error instanceof ProblemError && error.code === 'text_empty')) throw error;
}

/** A word or two of which one cannot tell the language are taken to be in one that can be translated. */
function detectFor(
  directions: Directions,
  texts: readonly string[],
  target: string,
): CompatDetection | undefined {
  if (!texts.some(isTranslatable)) return undefined;
  const guess = () => {
    const { code } = compatLanguage(directions, target);
    return directions.into(code)[0]?.sourceLang ?? code;
  };
  return detect(directions, texts) ?? { confidence: 0, language: guess() };
}

function toTargetText(segments: readonly Segment[]): string {
  return segments.map(({ targetText, gap }) => `${targetText ?? ''}${gap}`).join('');
}
