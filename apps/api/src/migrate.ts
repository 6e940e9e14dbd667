import { createDatabase, migrateToLatest, retryTransient } from '@unlimited/db';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { loggerOptions } from './plugins/logging.ts';

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
