import { parseArgs } from 'node:util';
import { createApiKey, createDatabase, type Db, listApiKeys, revokeApiKey } from '@unlimited/db';
import { readConfig } from './read-config.ts';

const usage = `Usage: node apps/api/src/keys.ts <command>      (in the image: node dist/keys.js <command>)

  create --name NAME [--requests-per-minute N] [--characters-per-hour N] [--stored-characters N]
                 makes a key and shows it, once; what is not limited is not limited
  list           shows all keys, but not what they are: only hashes are stored
  revoke ID      ends a key within ten seconds; what was translated with it stays until its time is over

DATABASE_URL (or DATABASE_URL_FILE) names the database, as it does for the API.
`;

/** `node src/keys.ts create|list|revoke`: API keys. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      'requests-per-minute': { type: 'string' },
      'characters-per-hour': { type: 'string' },
      'stored-characters': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, id] = positionals;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const work: Readonly<Record<string, (db: Db) => Promise<number>>> = {
    create: (db) => create(db, values),
    list,
    revoke: (db) => revoke(db, id),
  };
  const run = work[command ?? ''];
  if (run === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const db = createDatabase({ url: readConfig(process.env).DATABASE_URL, poolSize: 1 });
  try {
    return await run(db);
  } finally {
    await db.destroy();
  }
}

async function create(
  db: Db,
  values: Readonly<Record<string, string | boolean | undefined>>,
): Promise<number> {
  const { name } = values;
  if (typeof name !== 'string' || name === '' || name.length > 100) {
    throw new RangeError('--name says whose key it is, in at most 100 characters.');
  }
  const limit = (option: string) => toLimit(option, values[option]);
  const { id, key } = await createApiKey(db, {
    name,
    requestsPerMinute: limit('requests-per-minute'),
    charactersPerHour: limit('characters-per-hour'),
    storedCharacters: limit('stored-characters'),
  });
  process.stderr.write(`The key ${id}, which is shown this once:\n`);
  process.stdout.write(`${key}\n`);
  return 0;
}

function toLimit(option: string, value: string | boolean | undefined): number | null {
  if (value === undefined) return null;
  const limit = Number(value);
  if (/^\d{1,10}$/.test(String(value)) && limit > 0 && limit < 2 ** 32) return limit;
  throw new RangeError(`--${option} is a number from 1 to ${2 ** 32 - 1}.`);
}

async function list(db: Db): Promise<number> {
  const rows = (await listApiKeys(db)).map((key) => [
    key.id,
    key.revokedAt === null ? 'valid' : 'revoked',
    key.createdAt.toISOString().slice(0, 10),
    key.lastUsedAt?.toISOString().slice(0, 10) ?? 'never used',
    `${key.requestsPerMinute ?? '∞'} requests/min`,
    `${key.charactersPerHour ?? '∞'} characters/h`,
    `${key.storedCharacters ?? '∞'} stored`,
    key.name,
  ]);
  for (const row of rows) process.stdout.write(`${row.join('\t')}\n`);
  return 0;
}

async function revoke(db: Db, id: string | undefined): Promise<number> {
  if (id !== undefined && (await revokeApiKey(db, id))) return 0;
  process.stderr.write(`There is no valid key ${id ?? 'without an id'}.\n`);
  return 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
