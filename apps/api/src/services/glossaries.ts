import { type Db, readGlossary } from '@unlimited/db';
import { createGlossary, type Glossary, type GlossaryEntry } from '@unlimited/quality';

/** How many are kept at hand: more than a replica works on at once. */
const mostKept = 100;

/** The glossaries of translations, read and made once for all blocks of a text that this replica works on. */
export class Glossaries {
  readonly #db: Db;
  readonly #kept = new Map<string, Promise<Glossary>>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** The glossary of a translation for segments in a language; it never changes. Rejects as the database does. */
  of(translationId: string, sourceLang: string): Promise<Glossary> {
    const name = `${translationId} ${sourceLang}`;
    const known = this.#kept.get(name);
    this.#kept.delete(name);
    const glossary = known ?? this.#read(translationId, sourceLang);
    this.#kept.set(name, glossary);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    glossary.catch(() => this.#kept.delete(name));
    return glossary;
  }

  async #read(translationId: string, sourceLang: string): Promise<Glossary> {
    const entries = (await readGlossary(this.#db, translationId)) as readonly GlossaryEntry[] | undefined;
    return createGlossary(entries ?? [], sourceLang);
  }
}
