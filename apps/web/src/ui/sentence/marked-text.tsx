import { matchRanges } from '../../core/find-in-translation.ts';
import style from './sentence.module.css';

/** A text with what is looked for marked in it. */
export function MarkedText({ text, query }: { readonly text: string; readonly query: string }) {
  const ranges = matchRanges(text, query);
  if (ranges.length === 0) return text;
  let from = 0;
  return (
    <>
      {ranges.map(([start, end]) => {
        const before = text.slice(from, start);
        from = end;
        return (
          <span key={start}>
            {before}
            <mark className={style.find}>{text.slice(start, end)}</mark>
          </span>
        );
      })}
      {text.slice(from)}
    </>
  );
}
