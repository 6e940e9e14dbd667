export { freePort } from './free-port.ts';
export { type OwnServer, startOwnServer } from './own-server.ts';
export { startApi, type TestApi, type TestApiOptions } from './test-api.ts';
export { createTestDatabase, type TestDatabase, testDatabaseUrls } from './test-database.ts';
