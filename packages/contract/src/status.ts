import { type Static, Type } from 'typebox';

/** Answer of `GET /api/status`: what the operator wants everybody to know. */
export const ServiceStatus = Type.Object({
  /** A short sentence to show as it is, such as an announced interruption; `null` when there is nothing to say. */
  message: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]),
});
export type ServiceStatus = Static<typeof ServiceStatus>;
