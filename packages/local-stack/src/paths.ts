import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..', '..');

/** What this machine made and keeps: data, logs. Ignored by git. */
export const dataDir = join(root, '.data');
export const logDir = join(dataDir, 'log');

/** Programs that were downloaded for this checkout. Ignored by git. */
export const toolChainDir = join(root, '.toolchain');
