import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isTyping } from '../is-typing.ts';
import { sentenceIndexOf } from '../use-sentence-pairs.ts';

interface SentenceKeys {
  readonly count: number;
  readonly chosen: number | null;
  /** Whether nothing but layout stands at an index. */
  readonly isLayout: (index: number) => boolean;
  readonly onChoose: (index: number | null) => void;
  readonly goTo: (index: number, focus: boolean) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Choosing a sentence: by a click that selects no text, or by keys once the text has the focus. */
export function useSentenceKeys(ref: RefObject<HTMLElement | null>, options: SentenceKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { count, chosen, isLayout, onChoose, goTo } = options;
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    // Escape closes what is open above the text first.
    const isCovered = document.querySelector(':popover-open') !== null;
    if (event.key === 'Escape' && chosen !== null && !isCovered) onChoose(null);
    else if (step !== undefined) {
      let next = (chosen ?? firstInSight(ref.current) - step) + step;
      while (isLayout(next)) next += step;
      if (next >= 0 && next < count) {
        onChoose(next);
        goTo(next, true);
      }
    } else return;
    event.preventDefault();
  });
  const onClick = useEffectEvent(({ target }: MouseEvent) => {
    const index = sentenceIndexOf(target);
    if (index !== null && document.getSelection()?.isCollapsed !== false) options.onChoose(index);
  });
  useEffect(() => {
    const root = ref.current;
    if (root === null) return;
    // A selection stays in the text in which it began.
    const onDown = ({ target }: Event) => {
      const column = target instanceof Element ? target.closest('p') : null;
      root.dataset.selecting = column?.matches('p:first-child') ? 'source' : 'target';
    };
    root.addEventListener('keydown', onKey);
    root.addEventListener('click', onClick);
    root.addEventListener('pointerdown', onDown);
    return () => {
      root.removeEventListener('keydown', onKey);
      root.removeEventListener('click', onClick);
      root.removeEventListener('pointerdown', onDown);
    };
  }, [ref]);
}

/** The first sentence that is not hidden above the window. */
function firstInSight(root: HTMLElement | null): number {
  const bar = 130;
  for (const element of root?.querySelectorAll('[tabindex][data-sentence]') ?? []) {
    if (element.getBoundingClientRect().top >= bar) return sentenceIndexOf(element) ?? 0;
  }
  return 0;
}
