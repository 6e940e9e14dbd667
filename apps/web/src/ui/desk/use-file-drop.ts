import { useEffect, useState } from 'react';

/** Takes a file that is dropped anywhere on the page; tells whether one hovers over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    let depth = 0;
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const listeners = {
      dragenter: (event: DragEvent) => holdsFile(event) && setDragging(++depth > 0),
      dragleave: (event: DragEvent) => holdsFile(event) && setDragging(--depth > 0),
      dragover: (event: DragEvent) => holdsFile(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        depth = 0;
        setDragging(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) onFile(file);
      },
    };
    const entries = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of entries) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) document.removeEventListener(name, listener);
    };
  }, [onFile]);
  return dragging;
}
