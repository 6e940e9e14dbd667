import { type ClipboardEvent, type SyntheticEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isFromTheRight, textDirection } from '../../core/text-direction.ts';
import { longestBoxText } from '../../core/workspace-state.ts';
import { useReadable, useServices } from '../services.ts';
import { useSourceLang } from '../use-detected-language.ts';
import { lightSentence } from '../use-sentence-pairs.ts';
import pane from './pane.module.css';
import style from './source-box.module.css';
import { lengthClass } from './text-length.ts';
import { useAllSegments } from './use-all-segments.ts';

/**
 * The box grows with its text: a mirror of the text behind it gives the height, and shows the sentence that belongs
 * to the one pointed at in the translation.
 */
export function SourceBox() {
  const t = useTranslations('desk');
  const { workspace } = useServices();
  const { text, session, stale } = useReadable(workspace);
  const sourceLang = useSourceLang();
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const segments = useAllSegments(session);
  const isMirrored =
    !stale && segments !== null && segments.map((s) => s.sourceText + s.gap).join('') === text;

  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) box.current?.focus();
  }, []);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (text.length + pasted.length <= longestBoxText) return;
    event.preventDefault();
    workspace.paste(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
  };

  const onSelect = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    const sheet = root.current?.parentElement?.parentElement;
    if (!isMirrored || sheet == null) return;
    let end = 0;
    const at = segments.find((s) => {
      end += s.sourceText.length + s.gap.length;
      return currentTarget.selectionStart < end;
    });
    lightSentence(sheet, at?.index ?? null);
  };

  // The box and its mirror are set alike, or what is lit up would stand beside its words.
  const setting = {
    className: pane.reading,
    'data-length': lengthClass(text.length),
    'data-lines': isFromTheRight(sourceLang) ? undefined : '',
    dir: textDirection(text, sourceLang),
  };

  return (
    <div ref={root} className={`${pane.body} ${style.box}`}>
      <div {...setting} aria-hidden="true">
        {isMirrored
          ? segments.map(({ index, sourceText, gap }) => (
              <span key={index}>
                <span data-sentence={index} className={style.sentence}>
                  {sourceText}
                </span>
                {gap}
              </span>
            ))
          : text}
        {'\n'}
      </div>
      <textarea
        ref={box}
        {...setting}
        aria-label={t('sourcePane')}
        placeholder={t('placeholder')}
        lang={sourceLang}
        spellCheck={text.length < 5000}
        autoComplete="off"
        value={text}
        onChange={(event) => workspace.type(event.target.value)}
        onPaste={onPaste}
        onSelect={onSelect}
      />
    </div>
  );
}
