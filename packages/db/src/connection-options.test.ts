import { expect, test } from 'vitest';
import { connectionOptions } from './connection-options.ts';

test('a URL names host, port, user, password and database', () => {
  expect(connectionOptions('mysql://us%40er:p%2Fw@db.example:3307/translation')).toEqual({
    host: 'db.example',
    port: 3307,
    user: 'us@er',
    password: 'p/w',
    database: 'translation',
  });
  expect(connectionOptions('mariadb://u@[::1]/d')).toMatchObject({ host: '::1', port: 3306, password: '' });
  expect(connectionOptions('mysql://u@localhost/d?socket=/run/mysqld.sock')).toMatchObject({
    socketPath: '/run/mysqld.sock',
  });
});

test('TLS is off, unverified or verified as asked', () => {
  const sslOf = (query: string) => connectionOptions(`mysql://u@h/d?${query}`).ssl;
  expect(sslOf('ssl=false')).toBeUndefined();
  expect(sslOf('ssl=disabled')).toBeUndefined();
  expect(sslOf('ssl-mode=REQUIRED')).toMatchObject({ rejectUnauthorized: false });
  expect(sslOf('ssl-mode=VERIFY_CA')).toMatchObject({ rejectUnauthorized: true });
  expect(sslOf('ssl=true')).toMatchObject({ rejectUnauthorized: true, verifyIdentity: true });
  const ca = sslOf(`ssl-ca=${encodeURIComponent(import.meta.filename)}`);
  expect(ca).toMatchObject({ rejectUnauthorized: true, ca: expect.stringContaining('TLS is off') });
});

test('a wrong URL is refused without showing the password', () => {
  const wrong = [
    'secret',
    'postgres://u:secret@h/d',
    'mysql://u:secret@h',
    'mysql://u:secret@h/d?ssl=perhaps',
    'mysql://u:secret@h/d?multipleStatements=true',
    'mysql://u:secret@h:port/d',
    'mysql://u:secret%zz@h/d',
  ];
  for (const url of wrong) {
    expect(() => connectionOptions(url)).toThrow(expect.objectContaining({ name: 'RangeError' }));
    try {
      connectionOptions(url);
    } catch (error) {
      expect(JSON.stringify([error, String(error), (error as Error).stack?.split('\n')[0]])).not.toContain(
        'secret',
      );
    }
  }
});
