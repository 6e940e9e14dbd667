import style from './text-placeholder.module.css';

/** The shape of a text that is on its way. */
export function TextPlaceholder({ lines }: { readonly lines: number }) {
  return (
    <div className={style.placeholder} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  );
}
