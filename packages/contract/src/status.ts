import { type Static, Type } from 'typebox';
import { Problem } from './problem.ts';

/** Answer of `GET /api/status`: what everybody should know of this service. */
export const ServiceStatus = Type.Object({
  message: Type.Union([Type.String({ maxLength: 500 }), Type.Null()], {
    description:
      'A short sentence to show as it is, such as an announced interruption; `null` when there is nothing to say',
  }),
  historyDays: Type.Number({
    exclusiveMinimum: 0,
    description: 'Days after which a kept translation is removed',
  }),
});
export type ServiceStatus = Static<typeof ServiceStatus>;

/** Why no work can be taken. */
export const NotReadyReason = Type.Object({
  part: Type.Enum(['process', 'engine', 'database'], { description: 'What is not ready' }),
  detail: Type.String({ description: 'In a sentence' }),
});
export type NotReadyReason = Static<typeof NotReadyReason>;

/** Answer of `GET /readyz` where it is not `200`: a problem that names every reason. */
export const NotReady = Type.Interface([Problem], {
  reasons: Type.Array(NotReadyReason, { description: 'Every reason' }),
});
