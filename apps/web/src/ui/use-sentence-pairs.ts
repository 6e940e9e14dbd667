import { type RefObject, useEffect } from 'react';

const attribute = 'data-sentence';

/** The index of the sentence that an element belongs to. */
export function sentenceIndexOf(element: EventTarget | null): number | null {
  if (!(element instanceof Element)) return null;
  const index = element.closest(`[${attribute}]`)?.getAttribute(attribute);
  return index == null ? null : Number(index);
}

/** Lights up a sentence and its partner; `null` puts out what is lit. */
export function lightSentence(root: ParentNode, index: number | null): void {
  for (const lit of root.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  if (index === null) return;
  for (const part of root.querySelectorAll(`[${attribute}="${index}"]`)) part.setAttribute('data-lit', '');
}

/**
 * Shows which sentences belong together: pointing at one, or focusing it, lights up both. Attributes are set past
 * React, so that moving the pointer over a long text renders nothing.
 */
export function useSentencePairs(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (root === null) return;
    let lit: number | null = null;
    const light = (index: number | null) => {
      if (index === lit) return;
      lit = index;
      lightSentence(root, index);
    };
    const onOver = ({ target }: Event) => light(sentenceIndexOf(target));
    const onLeave = () => light(null);
    root.addEventListener('pointerover', onOver);
    root.addEventListener('focusin', onOver);
    root.addEventListener('pointerleave', onLeave);
    root.addEventListener('focusout', onLeave);
    return () => {
      root.removeEventListener('pointerover', onOver);
      root.removeEventListener('focusin', onOver);
      root.removeEventListener('pointerleave', onLeave);
      root.removeEventListener('focusout', onLeave);
    };
  }, [ref]);
}
