import type { Segment } from '@unlimited/contract';

/** Tells the other tabs of the browser what was edited in one. */
export interface EditNews {
  tell(translationId: string, segment: Segment): void;
  /** Calls the listener with segments of a translation that another tab edited; returns the function that ends it. */
  follow(translationId: string, listener: (segment: Segment) => void): () => void;
}

interface News {
  readonly translationId: string;
  readonly segment: Segment;
}

/** Nothing of it leaves the browser, which tells only pages of the same origin. */
export function createEditNews(channel = new BroadcastChannel('edits')): EditNews {
  return {
    tell: (translationId, segment) => channel.postMessage({ translationId, segment } satisfies News),
    follow(translationId, listener) {
      const take = ({ data }: MessageEvent<News>) => {
        if (data.translationId === translationId) listener(data.segment);
      };
      channel.addEventListener('message', take);
      return () => channel.removeEventListener('message', take);
    },
  };
}
