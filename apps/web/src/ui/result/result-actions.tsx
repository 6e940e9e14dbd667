import type { Translation } from '@unlimited/contract';
import { Check, Copy, Square, Volume2 } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '../../core/clipboard.ts';
import { isDocument } from '../../core/document-types.ts';
import { toTargetText } from '../../core/export-translation.ts';
import { readablePages } from '../../core/shown-segments.ts';
import { isOver, type TranslationSession } from '../../core/translation-session.ts';
import { longestLiveText } from '../../core/workspace-state.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { IconButton } from '../base/button.tsx';
import { useReadable, useServices } from '../services.ts';
import { ShareButton } from '../share/share-button.tsx';
import { DownloadMenu } from './download-menu.tsx';

interface ResultActionsProps {
  readonly session: TranslationSession;
  readonly translation: Translation;
}

/** What can be done with a translation. */
export function ResultActions({ session, translation }: ResultActionsProps) {
  return (
    <>
      <CopyResult session={session} translation={translation} />
      <DownloadMenu session={session} translation={translation} />
      {session.isShared || !translation.keep ? null : <ShareButton id={translation.id} />}
      <ReadAloudButton session={session} translation={translation} />
    </>
  );
}

const confirmationMs = 2000;

function CopyResult({ session: { api }, translation }: ResultActionsProps) {
  const t = useTranslations('result');
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmationMs);
    return () => clearTimeout(timer);
  }, [copied]);

  const read = async () => {
    const { id, sourceLength } = translation;
    // The end of a short text is worth the wait; of a long one, what is there is taken.
    const isFile = isDocument(translation.format);
    if (!isFile && (isOver(translation) || sourceLength <= longestLiveText)) return api.targetText(id);
    const pages = api.allSegments(id, new AbortController().signal);
    return (await toTargetText(readablePages(pages, translation.format))).text();
  };
  const copy = () =>
    copyText(read()).then(
      () => {
        setCopied(true);
        announce(t('copied'));
      },
      () => announce(t('copyFailed')),
    );
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyC') return;
    event.preventDefault();
    void copy();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <IconButton label={copied ? t('copied') : t('copy')} aria-pressed={copied} onClick={copy}>
      {copied ? <Check /> : <Copy />}
    </IconButton>
  );
}

function ReadAloudButton({ session, translation }: ResultActionsProps) {
  const t = useTranslations('result');
  const { readAloud } = useServices();
  const { index } = useReadable(readAloud);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another translation ends the reading
  useEffect(() => readAloud.stop, [readAloud, session]);
  if (!readAloud.available) return null;
  return index === null ? (
    <IconButton
      label={t('readAloud')}
      onClick={() => readAloud.start(0, translation.targetLang, translation.format, session.segments.at)}
    >
      <Volume2 />
    </IconButton>
  ) : (
    <IconButton label={t('stopReading')} aria-pressed="true" onClick={readAloud.stop}>
      <Square />
    </IconButton>
  );
}
