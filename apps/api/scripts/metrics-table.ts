import type { Db } from '@unlimited/db';
import Fastify from 'fastify';
import { limitConnections } from '../src/limit-connections.ts';
import { problemDetails } from '../src/plugins/problem-details.ts';
import { requestMetrics } from '../src/plugins/request-metrics.ts';
import { slowUploads } from '../src/plugins/slow-uploads.ts';
import {
  createRegistry,
  databaseMetrics,
  engineMetrics,
  queueMetrics,
  timedEngine,
  workMetrics,
} from '../src/services/metrics.ts';
import { openMetrics } from '../src/start-api.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly labelNames?: readonly string[];
}

/** Our own metrics as a Markdown table; `node scripts/metrics-table.ts` prints it for the README. */
export function metricsTable(): string {
  const registry = createRegistry();
  const own = new Set(registry.getMetricsAsArray().map(({ name }) => name));
  const app = Fastify();
  const engine = { models: [], ready: false, stats: () => ({ models: [] }) } as unknown as Parameters<
    typeof timedEngine
  >[1];
  problemDetails(app, registry);
  requestMetrics(app, registry);
  slowUploads(app, registry, { minBytesPerSecond: 0 });
  limitConnections(app.server, registry, { total: 0, perAddress: 0 });
  workMetrics(registry);
  // Read only when somebody asks for values.
  queueMetrics(registry, undefined as unknown as Db);
  databaseMetrics(registry);
  timedEngine(registry, engine);
  engineMetrics(registry, engine, 0);
  openMetrics(registry, { streams: { size: 0 }, uploads: { size: 0 }, clientLimits: { size: 0 } });
  const rows = (registry.getMetricsAsArray() as unknown as Metric[])
    .filter(({ name }) => !own.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, labelNames = [], help }) => {
      const labels = labelNames.map((label) => `\`${label}\``).join(', ');
      return `| \`${name}\` | ${type} | ${labels} | ${help} |`;
    });
  return ['| metric | type | labels | what it says |', '|---|---|---|---|', ...rows].join('\n');
}

if (import.meta.main) process.stdout.write(`${metricsTable()}\n`);
