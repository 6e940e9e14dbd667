import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './is-typing.ts';

/** A key that does something by itself, without Ctrl or Alt, wherever nobody is writing and no dialog is open. */
export function usePlainKey(key: string, act: () => unknown): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key.toLowerCase() !== key || !plain || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
