/** There is no Docker engine on this machine, and none can be started. The message says why. */
export class EngineUnavailable extends Error {}
