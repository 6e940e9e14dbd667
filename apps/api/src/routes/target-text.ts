import { deleteTranslation, type TranslationRecord } from '@unlimited/db';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../services/caller.ts';
import { readTargetText } from '../services/read-translation.ts';
import type { Services } from '../services/services.ts';
import { fileExtensions, isDocument, mediaTypes, textFormatOf } from '../services/text-formats.ts';
import { streamReply } from './stream-reply.ts';

export interface TargetTextOptions {
  /** Whose place for streams is taken: the owner, or all who hold the same link. */
  readonly owner: Buffer;
  readonly caller: Caller;
  /** Remove the owner's translation as soon as its text was delivered. */
  readonly forget: boolean;
  /** For a script that asked for text, whatever the format is. */
  readonly asPlainText?: boolean;
  /** Ends the text when the reader may read no more. */
  readonly guard?: (pieces: AsyncIterable<string>) => AsyncIterable<string>;
}

/**
 * Answers with the translated text, as it is made. What a browser could take for a page is a file to be saved, and should it be
 * shown after all, neither runs scripts nor counts as ours.
 */
export function sendTargetText(
  services: Services,
  { id, format }: TranslationRecord,
  reply: FastifyReply,
  { owner, caller, forget, asPlainText = false, guard = (pieces) => pieces }: TargetTextOptions,
): FastifyReply {
  const shown = asPlainText ? 'plain' : textFormatOf(format);
  reply.type(`${mediaTypes[shown]}; charset=utf-8`).header('cache-control', 'no-store');
  if (shown !== 'plain') {
    reply
      .header('content-disposition', `attachment; filename="translation.${fileExtensions[shown]}"`)
      .header('content-security-policy', "default-src 'none'; sandbox");
  }
  return streamReply(services, reply, { owner, caller }, async function* (signal) {
    const pieces = readTargetText(services, id, signal);
    yield* guard(asPlainText && isDocument(format) ? withoutTags(pieces) : pieces);
    if (!forget || signal.aborted) return;
    await deleteTranslation(services.db, { id, owner });
    services.maintenance.sweepSoon();
  });
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The text of a document as one reads it: a paragraph, an empty line, the next. A piece holds whole tags. */
async function* withoutTags(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) {
    yield piece
      .replace(/<\/p>\n/g, '\n\n')
      .replace(/<br\b[^<>]*>/g, '\n')
      .replace(/<[^<>]*>/g, '')
      .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] ?? '');
  }
}
