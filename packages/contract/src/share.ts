import { type Static, Type } from 'typebox';

/** The header in which a reader shows the token of a link. Not in the address: addresses end up in logs. */
export const SHARE_TOKEN_HEADER = 'x-share-token';

/** Body of `POST /api/translations/:id/shares`: how long others may read the translation, a week if not said. */
export const ShareRequest = Type.Object(
  {
    expiresInHours: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 24 * 366,
        default: 24 * 7,
        description: 'How long the link holds',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ShareRequest = Static<typeof ShareRequest>;

const ExpiresAt = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

/** A link to a translation. The token is told this once; only its hash is stored. */
export const Share = Type.Object({
  token: Type.String({ description: 'What the link holds; told this once' }),
  expiresAt: ExpiresAt,
});
export type Share = Static<typeof Share>;

/** Answer of `GET /api/translations/:id/shares`: the links that hold, the one that ends last first. */
export const ShareList = Type.Object({
  shares: Type.Array(Type.Object({ expiresAt: ExpiresAt }), {
    description: 'The links that hold, the one that ends last first',
  }),
});
export type ShareList = Static<typeof ShareList>;
