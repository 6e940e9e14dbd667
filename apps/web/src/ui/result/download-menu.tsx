import type { Translation } from '@unlimited/contract';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { downloadAddress, downloadBlob } from '../../core/clipboard.ts';
import { documentTypeOfName, isDocument } from '../../core/document-types.ts';
import { exportName, toBilingualHtml, toTmx } from '../../core/export-translation.ts';
import { readablePages } from '../../core/shown-segments.ts';
import { extensionOf } from '../../core/translation-options.ts';
import { isOver, type TranslationSession } from '../../core/translation-session.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Popover } from '../base/popover.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './download-menu.module.css';

interface DownloadMenuProps {
  readonly session: TranslationSession;
  readonly translation: Translation;
}

/** The translation as a file, in the forms that are useful elsewhere. */
export function DownloadMenu({ session, translation }: DownloadMenuProps) {
  const t = useTranslations();
  const { api } = session;
  const { workspace } = useServices();
  const announce = useAnnounce();
  const fileName = useReadable(workspace).document?.name ?? null;
  // A title is no file name: nothing of it is an ending.
  const sourceName = fileName ?? (translation.title === null ? null : `${translation.title}.txt`);
  const { id, targetLang } = translation;
  const format = translation.format;
  // Of a document there is nothing before there is all of it.
  const hasTarget = !isDocument(format) || isOver(translation);
  // The text of a PDF is a plain one, and is called so.
  const isText = fileName !== null && documentTypeOfName(fileName) === null;

  const save = (blob: Promise<Blob>, extension: string) =>
    void blob.then(
      (made) => downloadBlob(made, exportName(sourceName, targetLang, extension)),
      () => announce(t('result.failed')),
    );
  const pages = () => readablePages(api.allSegments(id, new AbortController().signal), format);
  const downloadTarget = () => {
    const extension = extensionOf(format);
    // A link's token goes with no address, and structured text comes with a name of the service's own.
    if (session.isShared || format !== 'plain') save(api.targetFile(id), extension);
    else
      downloadAddress(api.targetAddress(id), exportName(sourceName, targetLang, isText ? null : extension));
  };
  const forms: readonly (readonly [name: string, hint: string, download: () => void])[] = [
    ...(hasTarget ? [[t(`formats.${format}`), t('result.downloadHint'), downloadTarget] as const] : []),
    [
      t('result.downloadHtml'),
      t('result.downloadHtmlHint'),
      () => save(toBilingualHtml(pages(), translation, translation.title ?? translation.excerpt), 'html'),
    ],
    [t('result.downloadTmx'), t('result.downloadTmxHint'), () => save(toTmx(pages(), translation), 'tmx')],
  ];

  return (
    <Popover label={t('result.download')} icon={<Download />}>
      {(close) => (
        <ul className={style.forms}>
          {forms.map(([name, hint, download]) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  close();
                  download();
                }}
              >
                <strong>{name}</strong>
                <span>{hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
