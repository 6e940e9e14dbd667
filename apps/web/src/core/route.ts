/** The part of the address that says what is open: nothing, or a translation by its id. Never any text. */
export interface Route {
  readonly translationId: string | null;
  /** Of a link to somebody else's translation: what opens it. */
  readonly shareToken: string | null;
}

export const emptyRoute: Route = { translationId: null, shareToken: null };

const translationRoute = /^#\/t\/([0-9a-fA-F-]{36})(?:\/([A-Za-z0-9_-]{43}))?$/;

export function parseRoute(hash: string): Route {
  const [, id, shareToken] = translationRoute.exec(hash) ?? [];
  return id === undefined ? emptyRoute : { translationId: id.toLowerCase(), shareToken: shareToken ?? null };
}

export function formatRoute({ translationId, shareToken }: Route): string {
  if (translationId === null) return '#/';
  return shareToken === null ? `#/t/${translationId}` : `#/t/${translationId}/${shareToken}`;
}

export interface Router {
  get(): Route;
  /** Opens a route as a step that the back button undoes. */
  push(route: Route): void;
  /** Corrects the address without a step of its own. */
  replace(route: Route): void;
  /** Calls the listener when the reader goes back or forth or changes the address. */
  subscribe(listener: () => void): () => void;
}

/** The route in the address's fragment, which works behind any path prefix and never reaches a server's log. */
export function createRouter(window: Window): Router {
  return {
    get: () => parseRoute(window.location.hash),
    push: (route) => window.history.pushState(null, '', formatRoute(route)),
    replace: (route) => window.history.replaceState(null, '', formatRoute(route)),
    subscribe(listener) {
      window.addEventListener('popstate', listener);
      return () => window.removeEventListener('popstate', listener);
    },
  };
}
