import { Type } from 'typebox';

/** What opens the translation of somebody else to be read. */
export const shareHeader = {
  'x-share-token': Type.Optional(Type.String({ description: 'The token of a link; the owner needs none' })),
};
