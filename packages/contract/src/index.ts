export * from './compat.ts';
export * from './event.ts';
export * from './glossary.ts';
export * from './language.ts';
export * from './problem.ts';
export * from './segment.ts';
export * from './status.ts';
export * from './translation.ts';
