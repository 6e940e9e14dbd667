import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { ConfigMap } from 'kubernetes-types/core/v1.js';
import { type Manifest, nameOf, ofKind } from '../support/manifest.ts';

/** Connections kept for migrations, a backup, KEDA and somebody at a prompt. */
const spareConnections = 20;

/** One Deployment has one master, all objects one namespace, and the database room for every pod. */
export function releaseRules(manifests: readonly Manifest[]): string[] {
  return [...namespaceProblems(manifests), ...scalerProblems(manifests), ...connectionProblems(manifests)];
}

/** Passwords that stand in a manifest are no passwords; only a throwaway database may have such. */
export function secretRules(manifests: readonly Manifest[]): string[] {
  return ofKind(manifests, 'Secret').map((secret) => `${nameOf(secret)} stands in a file`);
}

function namespaceProblems(manifests: readonly Manifest[]): string[] {
  const [namespace] = ofKind(manifests, 'Namespace');
  const restricted = namespace?.metadata.labels?.['pod-security.kubernetes.io/enforce'] === 'restricted';
  return [
    ...(restricted ? [] : ['the namespace does not enforce restricted pods']),
    ...manifests
      .filter(({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== namespace?.metadata.name)
      .map((manifest) => `${nameOf(manifest)} is in another namespace`),
  ];
}

interface Scaler {
  readonly spec: {
    readonly scaleTargetRef: { readonly name: string };
    readonly maxReplicas?: number;
    readonly maxReplicaCount?: number;
  };
}

const scalersOf = (manifests: readonly Manifest[]) => [
  ...ofKind<Scaler>(manifests, 'HorizontalPodAutoscaler'),
  ...ofKind<Scaler>(manifests, 'ScaledObject'),
];

function scalerProblems(manifests: readonly Manifest[]): string[] {
  return ofKind<Deployment>(manifests, 'Deployment').flatMap((deployment) => {
    const scalers = scalersOf(manifests).filter(
      ({ spec }) => spec.scaleTargetRef.name === deployment.metadata.name,
    );
    return [
      ...(scalers.length > 1 ? [`${nameOf(deployment)} is scaled by ${scalers.length}`] : []),
      ...(scalers.length > 0 && deployment.spec?.replicas !== undefined
        ? [`${nameOf(deployment)} undoes its autoscaler at every apply`]
        : []),
      ...(scalers.length === 0 && deployment.spec?.replicas === undefined
        ? [`${nameOf(deployment)} does not say how many`]
        : []),
    ];
  });
}

function connectionProblems(manifests: readonly Manifest[]): string[] {
  const data = Object.assign({}, ...ofKind<ConfigMap>(manifests, 'ConfigMap').map((each) => each.data ?? {}));
  const allowed = Number(/^max_connections = (\d+)$/m.exec(data['my.cnf'] ?? '')?.[1] ?? Infinity);
  const replicas = Math.max(
    ...ofKind<Deployment>(manifests, 'Deployment')
      .filter(({ metadata }) => metadata.name === 'api')
      .map(({ spec }) => spec?.replicas ?? 0),
    ...scalersOf(manifests)
      .filter(({ spec }) => spec.scaleTargetRef.name === 'api')
      .map(({ spec }) => spec.maxReplicas ?? spec.maxReplicaCount ?? 0),
  );
  // One more while a rollout adds a pod.
  const wanted = (replicas + 1) * Number(data.DATABASE_POOL_SIZE) + spareConnections;
  return wanted <= allowed ? [] : [`${wanted} connections are wanted and ${allowed} allowed`];
}
