import { beforeAll, describe, expect, test } from 'vitest';
import { checkPolicy } from './policy/check-policy.ts';
import type { Manifest } from './support/manifest.ts';
import { k8sFolder, render } from './support/render.ts';
import { validate } from './support/validate.ts';

let gke: Manifest[];
beforeAll(async () => {
  gke = await render(`${k8sFolder}/overlays/gke`);
});

type Path = (string | number)[];

/** The manifests with one field of one object changed; without a value, the field is removed. */
function broken(kind: string, name: RegExp, path: Path, value?: unknown): Manifest[] {
  const copy = structuredClone(gke);
  const target = copy.find((manifest) => manifest.kind === kind && name.test(manifest.metadata.name));
  if (target === undefined) throw new Error(`no ${kind} is called ${name}`);
  let inner = target as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) inner = inner[step] as typeof inner;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return copy;
}

const pod: Path = ['spec', 'template', 'spec'];
const container: Path = [...pod, 'containers', 0];

describe('a typo in any field is found', () => {
  const typos: [kind: string, name: RegExp, path: Path][] = [
    ['Deployment', /^api$/, ['spec', 'replica']],
    ['Deployment', /^api$/, [...container, 'readynessProbe']],
    ['Deployment', /^web$/, [...container, 'securityContext', 'readOnlyRootFileSystem']],
    ['StatefulSet', /^mysql$/, ['spec', 'volumeClaimTemplates', 0, 'spec', 'storageClass']],
    ['CronJob', /^backup$/, ['spec', 'concurencyPolicy']],
    ['Service', /^api$/, ['spec', 'ports', 0, 'target']],
    ['NetworkPolicy', /^api$/, ['spec', 'ingress', 0, 'form']],
    ['HorizontalPodAutoscaler', /^api$/, ['spec', 'maxReplica']],
    ['PodDisruptionBudget', /^api$/, ['spec', 'maxUnavaliable']],
    ['Ingress', /^page$/, ['spec', 'rules', 0, 'hosts']],
    ['BackendConfig', /^api$/, ['spec', 'timeoutSeconds']],
    ['FrontendConfig', /^page$/, ['spec', 'redirectToHttps', 'enable']],
    ['ManagedCertificate', /^page$/, ['spec', 'domain']],
    ['PodMonitoring', /^api$/, ['spec', 'endpoints', 0, 'intervall']],
    ['Rules', /./, ['spec', 'groups', 0, 'rules', 0, 'label']],
    ['ServiceAccount', /^api$/, ['automountToken']],
    ['ConfigMap', /^api-/, ['datas']],
    ['Namespace', /./, ['metadata', 'label']],
  ];
  test.each(typos)('in %s %s: %j', (kind, name, path) => {
    const problems = broken(kind, name, path, 'x').flatMap(validate);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`"additionalProperty":"${path.at(-1)}"`);
  });
});

describe('a wrong value is found', () => {
  const values: [kind: string, name: RegExp, path: Path, value: unknown][] = [
    ['Deployment', /^api$/, ['spec', 'template', 'spec', 'terminationGracePeriodSeconds'], 'soon'],
    ['ManagedCertificate', /^page$/, ['spec', 'domains'], []],
    ['BackendConfig', /^api$/, ['spec', 'timeoutSec'], 0],
  ];
  test.each(values)('%s %s %j', (kind, name, path, value) => {
    expect(broken(kind, name, path, value).flatMap(validate)).not.toEqual([]);
  });

  test('a kind that no schema describes', () => {
    const unknown = { apiVersion: 'v2', kind: 'Service', metadata: { name: 'api' } };
    expect(validate(unknown)).toEqual(['Service api: no schema of v2/Service']);
  });
});

describe('a broken rule is found', () => {
  const cases: [problem: string, kind: string, name: RegExp, path: Path, value?: unknown][] = [
    ['may run as root', 'Deployment', /^api$/, [...pod, 'securityContext', 'runAsNonRoot']],
    ['has no seccomp profile', 'Deployment', /^web$/, [...pod, 'securityContext', 'seccompProfile']],
    ["is given the API server's token", 'StatefulSet', /^mysql$/, [...pod, 'automountServiceAccountToken']],
    ['shares a namespace of the host', 'Deployment', /^api$/, [...pod, 'hostNetwork'], true],
    ['is not pinned', 'Deployment', /^api$/, [...container, 'image'], 'registry:5000/api'],
    ['is not pinned', 'StatefulSet', /^mysql$/, [...container, 'image'], 'mysql:latest'],
    ['has no pull policy', 'Deployment', /^web$/, [...container, 'imagePullPolicy']],
    ['requests no CPU', 'Deployment', /^api$/, [...container, 'resources', 'requests', 'cpu']],
    ['has no limit of memory', 'Deployment', /^api$/, [...container, 'resources', 'limits']],
    [
      'more memory than its limit',
      'Deployment',
      /^web$/,
      [...container, 'resources', 'limits', 'memory'],
      '1Mi',
    ],
    [
      'may write to its root',
      'Deployment',
      /^api$/,
      [...container, 'securityContext', 'readOnlyRootFilesystem'],
    ],
    ['may gain privileges', 'Deployment', /^api$/, [...pod, 'initContainers', 0, 'securityContext']],
    ['keeps capabilities', 'Deployment', /^web$/, [...container, 'securityContext', 'capabilities', 'drop']],
    ['has no liveness probe', 'Deployment', /^web$/, [...container, 'livenessProbe']],
    ['asks port htp', 'Deployment', /^api$/, [...container, 'readinessProbe', 'httpGet', 'port'], 'htp'],
    [
      'Secret databas, which',
      'Deployment',
      /^api$/,
      [...pod, 'volumes', 0, 'secret', 'secretName'],
      'databas',
    ],
    [
      'names url of Secret',
      'Deployment',
      /^api$/,
      [...pod, 'volumes', 1, 'secret', 'items', 0, 'key'],
      'url',
    ],
    [
      'ConfigMap apis, which',
      'Deployment',
      /^api$/,
      [...container, 'envFrom', 0, 'configMapRef', 'name'],
      'apis',
    ],
    ['as ServiceAccount app', 'Deployment', /^api$/, [...pod, 'serviceAccountName'], 'app'],
    ['mounts volume temp', 'Deployment', /^web$/, [...container, 'volumeMounts', 0, 'name'], 'temp'],
    ['claims backups, which', 'PersistentVolumeClaim', /^backups$/, ['metadata', 'name'], 'other'],
    ['does not select its own', 'Deployment', /^api$/, ['spec', 'selector', 'matchLabels'], { app: 'api' }],
    ['finds no pod', 'Service', /^web$/, ['spec', 'selector'], { app: 'web' }],
    ['leads to port https', 'Service', /^web$/, ['spec', 'ports', 0, 'targetPort'], 'https'],
    ['covers no pod', 'PodDisruptionBudget', /^web$/, ['spec', 'selector', 'matchLabels'], { app: 'web' }],
    [
      'has no such port',
      'Ingress',
      /^page$/,
      ['spec', 'rules', 0, 'http', 'paths', 0, 'backend', 'service', 'port'],
      {},
    ],
    ['asks a port', 'PodMonitoring', /^api$/, ['spec', 'endpoints', 0, 'port'], 'metric'],
    ['names BackendConfig api, which', 'BackendConfig', /^api$/, ['metadata', 'name'], 'apis'],
    ['names ManagedCertificate page', 'ManagedCertificate', /^page$/, ['metadata', 'name'], 'pages'],
    ['nothing denies', 'NetworkPolicy', /^deny-all$/, ['spec', 'policyTypes'], ['Ingress']],
    ['no policy lets web reach api', 'NetworkPolicy', /^api$/, ['spec', 'ingress']],
    [
      'no policy lets web reach api',
      'NetworkPolicy',
      /^web$/,
      ['spec', 'egress', 0, 'ports', 0, 'port'],
      'http',
    ],
    ['no policy lets web reach api', 'NetworkPolicy', /^web$/, ['spec', 'egress']],
    [
      'no policy lets api reach mysql',
      'NetworkPolicy',
      /^mysql$/,
      ['spec', 'ingress', 0, 'ports', 0, 'port'],
      33_060,
    ],
    ['is in another namespace', 'Service', /^api$/, ['metadata', 'namespace'], 'default'],
    ['does not enforce restricted', 'Namespace', /./, ['metadata', 'labels']],
    ['does not say how many', 'HorizontalPodAutoscaler', /^web$/, ['spec', 'scaleTargetRef', 'name'], 'page'],
    ['is scaled by 2', 'HorizontalPodAutoscaler', /^web$/, ['spec', 'scaleTargetRef', 'name'], 'api'],
    ['undoes its autoscaler', 'Deployment', /^api$/, ['spec', 'replicas'], 2],
    ['connections are wanted', 'HorizontalPodAutoscaler', /^api$/, ['spec', 'maxReplicas'], 50],
  ];
  test.each(cases)('%s (%s %s)', (problem, kind, name, path, value) => {
    expect(checkPolicy(broken(kind, name, path, value)).join('\n')).toContain(problem);
  });

  test('a secret in a file, but of a throwaway database', async () => {
    const local = await render(`${k8sFolder}/overlays/local`);
    expect(checkPolicy(local)).toEqual([expect.stringMatching(/^Secret database-\w+ stands in a file$/)]);
    expect(checkPolicy(local, { throwaway: true })).toEqual([]);
  });
});
