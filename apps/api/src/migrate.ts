import { createDatabase, migrateToLatest, retryTransient } from '@unlimited/db';
import { pino } from 'pino';
import { loggerOptions } from './plugins/logging.ts';
import { readConfig } from './read-config.ts';

/** `node src/migrate.ts`: brings the schema up to date and ends. */
const config = readConfig(process.env);
const logger = pino(loggerOptions(config.LOG_LEVEL));
const db = createDatabase({ url: config.DATABASE_URL, poolSize: 2 });
try {
  const applied = await retryTransient(() => migrateToLatest(db));
  logger.info({ applied }, 'schema is up to date');
} finally {
  await db.destroy();
}
