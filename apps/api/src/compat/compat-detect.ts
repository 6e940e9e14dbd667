import { type CompatDetection, CompatDetectionList } from '@unlimited/contract';
import { detectLanguage } from '@unlimited/quality';
import type { TypedApp } from '../routes/typed-app.ts';
import type { Directions } from '../services/directions.ts';
import type { Services } from '../services/services.ts';
import { bodyHasKey, compatCaller } from './compat-caller.ts';
import { readInput } from './compat-input.ts';
import { compatLanguages } from './compat-languages.ts';
import type { CompatOptions } from './compat-options.ts';
import { requiredText } from './compat-translate-request.ts';

/** What there is to say of a text without words. */
export const undetected: CompatDetection = { confidence: 0, language: 'en' };

/** `POST /detect`: the language of a text, out of those that models know. */
export function compatDetectRoute(app: TypedApp, services: Services, options: CompatOptions): void {
  const maxBytes = options.MAX_JSON_BYTES;
  const posted = { config: bodyHasKey, schema: { response: { 200: CompatDetectionList } } };
  app.post('/detect', posted, async (request) => {
    const input = await readInput(request, { maxBytes });
    await compatCaller(services, request, input, options);
    return [detect(services.directions, [requiredText(input, 'q')]) ?? undetected];
  });
}

/** One language for all texts together; `undefined` when there are too few letters to tell. */
export function detect(directions: Directions, texts: readonly string[]): CompatDetection | undefined {
  const codes = compatLanguages(directions).map(({ code }) => code);
  const { language, confidence } = detectLanguage(texts.join('\n'), codes);
  return language === undefined ? undefined : { language, confidence: Math.round(confidence * 1000) / 10 };
}
