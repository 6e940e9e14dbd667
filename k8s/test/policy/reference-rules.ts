import type { Volume } from 'kubernetes-types/core/v1.js';
import {
  containersOf,
  type Manifest,
  nameOf,
  ofKind,
  type Workload,
  workloadsOf,
} from '../support/manifest.ts';

/** Secrets that must be there before; with their keys. README.md tells how to make them. */
export type KnownSecrets = Readonly<Record<string, readonly string[]>>;

interface Reference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly keys: readonly string[];
}

/** Everything that an object names exists, and nothing has no use. */
export function referenceRules(manifests: readonly Manifest[], known: KnownSecrets): string[] {
  const workloads = workloadsOf(manifests);
  const references = [...workloads.flatMap(referencesOf), ...kedaReferences(manifests)];
  return [
    ...references.flatMap((reference) => missing(manifests, known, reference)),
    ...workloads.flatMap((workload) => [
      ...accountProblems(manifests, workload),
      ...volumeProblems(manifests, workload),
    ]),
    ...unused(manifests, references),
  ];
}

function referencesOf(workload: Workload): (Reference & { by: string })[] {
  const ofEnvironment = containersOf(workload).flatMap(({ env, envFrom }): Reference[] => [
    ...(envFrom ?? []).flatMap(({ configMapRef, secretRef }): Reference[] => [
      ...(configMapRef ? [{ kind: 'ConfigMap' as const, name: configMapRef.name ?? '', keys: [] }] : []),
      ...(secretRef ? [{ kind: 'Secret' as const, name: secretRef.name ?? '', keys: [] }] : []),
    ]),
    ...(env ?? []).flatMap(({ valueFrom }): Reference[] => [
      ...(valueFrom?.configMapKeyRef
        ? [
            {
              kind: 'ConfigMap' as const,
              name: valueFrom.configMapKeyRef.name ?? '',
              keys: [valueFrom.configMapKeyRef.key],
            },
          ]
        : []),
      ...(valueFrom?.secretKeyRef
        ? [
            {
              kind: 'Secret' as const,
              name: valueFrom.secretKeyRef.name ?? '',
              keys: [valueFrom.secretKeyRef.key],
            },
          ]
        : []),
    ]),
  ]);
  const ofVolumes = (workload.template.spec?.volumes ?? []).flatMap(
    ({ secret, configMap }: Volume): Reference[] => {
      const keys = (items?: { key: string }[]) => (items ?? []).map(({ key }) => key);
      return [
        ...(secret
          ? [{ kind: 'Secret' as const, name: secret.secretName ?? '', keys: keys(secret.items) }]
          : []),
        ...(configMap
          ? [{ kind: 'ConfigMap' as const, name: configMap.name ?? '', keys: keys(configMap.items) }]
          : []),
      ];
    },
  );
  return [...ofEnvironment, ...ofVolumes].map((reference) => ({ ...reference, by: workload.name }));
}

function kedaReferences(manifests: readonly Manifest[]): (Reference & { by: string })[] {
  type Authentication = { spec: { secretTargetRef: { name: string; key: string }[] } };
  return ofKind<Authentication>(manifests, 'TriggerAuthentication').flatMap((manifest) =>
    manifest.spec.secretTargetRef.map(({ name, key }) => ({
      kind: 'Secret' as const,
      name,
      keys: [key],
      by: nameOf(manifest),
    })),
  );
}

function missing(
  manifests: readonly Manifest[],
  known: KnownSecrets,
  { kind, name, keys, by }: Reference & { by: string },
): string[] {
  type WithData = { data?: Record<string, string>; stringData?: Record<string, string> };
  const found = ofKind<WithData>(manifests, kind).find(({ metadata }) => metadata.name === name);
  const present = found
    ? Object.keys({ ...found.data, ...found.stringData })
    : kind === 'Secret'
      ? known[name]
      : undefined;
  if (present === undefined) return [`${by} names ${kind} ${name}, which is not there`];
  return keys
    .filter((key) => !present.includes(key))
    .map((key) => `${by} names ${key} of ${kind} ${name}, which has none`);
}

function unused(manifests: readonly Manifest[], references: readonly Reference[]): string[] {
  return (
    [...ofKind(manifests, 'ConfigMap'), ...ofKind(manifests, 'Secret')]
      // Grafana finds its dashboards by a label.
      .filter(({ metadata }) => metadata.labels?.grafana_dashboard === undefined)
      .filter(
        ({ kind, metadata }) => !references.some((each) => each.kind === kind && each.name === metadata.name),
      )
      .map((manifest) => `${nameOf(manifest)} has no use`)
  );
}

function accountProblems(manifests: readonly Manifest[], { name, template }: Workload): string[] {
  const account = template.spec?.serviceAccountName;
  const exists = ofKind(manifests, 'ServiceAccount').some(({ metadata }) => metadata.name === account);
  return exists ? [] : [`${name} runs as ServiceAccount ${account}, which is not there`];
}

function volumeProblems(manifests: readonly Manifest[], workload: Workload): string[] {
  type Claims = { spec: { volumeClaimTemplates?: { metadata: { name: string } }[] } };
  const volumes = workload.template.spec?.volumes ?? [];
  const templates = (workload.manifest as Manifest & Claims).spec.volumeClaimTemplates ?? [];
  const names = [...volumes.map(({ name }) => name), ...templates.map(({ metadata }) => metadata.name)];
  const mounts = containersOf(workload).flatMap(({ volumeMounts }) => volumeMounts ?? []);
  const claims = volumes.flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);
  return [
    ...mounts
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `mounts volume ${name}, which is not there`),
    ...names
      .filter((name) => !mounts.some((mount) => mount.name === name))
      .map((name) => `has volume ${name} for nobody`),
    ...claims
      .filter(
        (claim) =>
          !ofKind(manifests, 'PersistentVolumeClaim').some(({ metadata }) => metadata.name === claim),
      )
      .map((claim) => `claims ${claim}, which is not there`),
  ].map((problem) => `${workload.name} ${problem}`);
}
