import { expect, test } from 'vitest';
import { startStatements } from './server-flavours.ts';

test.each(['mysql', 'mariadb'] as const)(
  'a password in the statements for %s cannot end its quotes',
  (engine) => {
    const sql = startStatements(engine, { owner: 'o', app: "a'; DROP DATABASE translation; -- \\" });
    expect(sql).toContain("IDENTIFIED BY 'a\\'; DROP DATABASE translation; -- \\\\'");
  },
);
