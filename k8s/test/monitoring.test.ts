import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { k8sFolder } from './support/render.ts';

const read = (path: string) => readFileSync(join(k8sFolder, 'components', path), 'utf8');
const operator = parse(read('monitoring/prometheus-rule.yaml')).spec.groups;
const gke = parse(read('monitoring-gke/rules.yaml')).spec.groups;
const dashboard: { panels: { targets: { expr: string }[] }[] } = JSON.parse(
  read('monitoring/dashboard.json'),
);

const expressions = [
  ...operator.flatMap(({ rules }: { rules: { expr: string }[] }) => rules.map(({ expr }) => expr)),
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

test('both ways of monitoring have the same alerts', () => {
  const rulesOf = (groups: { rules: unknown }[]) => groups.map(({ rules }) => rules);
  expect(rulesOf(gke)).toEqual(rulesOf(operator));
});

test('every alert has its paragraph in the runbook', () => {
  const runbook = readFileSync(join(k8sFolder, 'README.md'), 'utf8');
  const alerts: string[] = operator.flatMap(({ rules }: { rules: { alert: string }[] }) =>
    rules.map(({ alert }) => alert),
  );
  expect(alerts.filter((alert) => !runbook.includes(`\`${alert}\``))).toEqual([]);
});

test('every expression can be parsed', () => {
  const isBroken = (expr: string) => {
    // Grafana fills it in.
    const tree = parser.parse(expr.replaceAll('$__rate_interval', '5m'));
    let broken = false;
    tree.iterate({
      enter: ({ type }) => {
        broken ||= type.isError;
      },
    });
    return broken;
  };
  expect(expressions.filter(isBroken)).toEqual([]);
  expect(isBroken('sum(rate(http_request_seconds_count[5m]) > 0')).toBe(true);
});

test('every metric of ours that is asked for exists', () => {
  const api = join(k8sFolder, '../apps/api/src');
  const sources = globSync('**/*.ts', { cwd: api, exclude: ['**/*.test.ts'] }).map((file) =>
    readFileSync(join(api, file), 'utf8'),
  );
  const known = new Set(
    sources.flatMap((source) => [...source.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, name]) => name)),
  );
  const asked = expressions
    .map((expr) => expr.replace(/"[^"]*"/g, '').replace(/\b(by|on|without|ignoring)\s*\([^)]*\)/g, ''))
    .flatMap((expr) => expr.match(/\b[a-z]+(?:_[a-z]+)+\b(?!\s*[=(!])/g) ?? [])
    .map((name) => name.replace(/_(bucket|count|sum)$/, ''));
  const ours = new Set(
    asked.filter((name) => !/^(kube|kubelet|container)_|^histogram_quantile$|^__/.test(name)),
  );
  expect([...ours].filter((name) => !known.has(name))).toEqual([]);
  expect(ours.size).toBeGreaterThan(10);
});
