import { LanguagePairList } from '@unlimited/contract';
import type { Services } from '../services/services.ts';
import type { TypedApp } from './typed-app.ts';

/** `GET /api/languages`: the pairs that can be asked for. */
export function languageRoutes(app: TypedApp, { engine }: Services): void {
  app.get(
    '/api/languages',
    { config: { open: true }, schema: { response: { 200: LanguagePairList } } },
    () => ({
      languagePairs: engine.models.map(({ sourceLang, targetLang }) => ({ sourceLang, targetLang })),
    }),
  );
}
