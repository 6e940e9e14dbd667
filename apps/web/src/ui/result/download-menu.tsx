import type { Translation } from '@unlimited/contract';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { downloadAddress, downloadBlob } from '../../core/clipboard.ts';
import { exportName, toBilingualHtml, toTmx } from '../../core/export-translation.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Popover } from '../base/popover.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './download-menu.module.css';

/** The translation as a file, in the forms that are useful elsewhere. */
export function DownloadMenu({ translation }: { readonly translation: Translation }) {
  const t = useTranslations('result');
  const { api, workspace } = useServices();
  const announce = useAnnounce();
  const sourceName = useReadable(workspace).document?.name ?? null;
  const { id, targetLang } = translation;

  const make = (write: (pages: ReturnType<typeof api.allSegments>) => Promise<Blob>, extension: string) => {
    const pages = api.allSegments(id, new AbortController().signal);
    write(pages).then(
      (blob) => downloadBlob(blob, exportName(sourceName, targetLang, extension)),
      () => announce(t('failed')),
    );
  };
  const forms = [
    ['downloadText', () => downloadAddress(api.targetAddress(id), exportName(sourceName, targetLang, null))],
    ['downloadHtml', () => make((pages) => toBilingualHtml(pages, translation, translation.excerpt), 'html')],
    ['downloadTmx', () => make((pages) => toTmx(pages, translation), 'tmx')],
  ] as const;

  return (
    <Popover label={t('download')} icon={<Download />}>
      {(close) => (
        <ul className={style.forms}>
          {forms.map(([name, download]) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  close();
                  download();
                }}
              >
                <strong>{t(name)}</strong>
                <span>{t(`${name}Hint`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
