import { type Static, Type } from 'typebox';

/** Answer of `GET /api/status`: what everybody should know of this service. */
export const ServiceStatus = Type.Object({
  /** A short sentence to show as it is, such as an announced interruption; `null` when there is nothing to say. */
  message: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]),
  /** Days after which a kept translation is removed. */
  historyDays: Type.Number({ exclusiveMinimum: 0 }),
});
export type ServiceStatus = Static<typeof ServiceStatus>;
