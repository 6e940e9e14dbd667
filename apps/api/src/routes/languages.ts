import { DetectedLanguages, DetectRequest, LanguagePairList } from '@unlimited/contract';
import { isDetectable, likelyLanguages } from '@unlimited/quality';
import type { Services } from '../services/services.ts';
import { check } from './check.ts';
import type { TypedApp } from './typed-app.ts';

/** `GET /api/languages`: the pairs that can be asked for. `POST /api/detect`: the language of a text. */
export function languageRoutes(app: TypedApp, { directions }: Services): void {
  app.get(
    '/api/languages',
    { config: { open: true }, schema: { response: { 200: LanguagePairList } } },
    () => ({
      languagePairs: directions.all.map(({ sourceLang, targetLang, via }) => ({
        sourceLang,
        targetLang,
        ...(via === undefined ? {} : { via }),
      })),
      autoDetect: directions.all.some(({ sourceLang }) => isDetectable(sourceLang)),
    }),
  );

  app.post('/api/detect', { schema: { response: { 200: DetectedLanguages } } }, (request) => {
    const { text } = check(DetectRequest, request.body, 'body');
    const likely = likelyLanguages(text.trimStart());
    return { languages: likely.map(({ language, confidence }) => ({ lang: language, confidence })) };
  });
}
