import type { CronJob, Job } from 'kubernetes-types/batch/v1.js';
import type { Container, PodTemplateSpec } from 'kubernetes-types/core/v1.js';

/** Any object of a cluster. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly [field: string]: unknown;
}

export const nameOf = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`;

/** The objects of one kind, as the type that the caller names. */
export function ofKind<T>(manifests: readonly Manifest[], kind: string): (Manifest & T)[] {
  return manifests.filter((manifest) => manifest.kind === kind) as (Manifest & T)[];
}

export interface Workload {
  readonly name: string;
  /** Jobs end by themselves: they need no probes and have no disruption budget. */
  readonly endless: boolean;
  readonly template: PodTemplateSpec;
  readonly manifest: Manifest;
}

/** Everything that makes pods. */
export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  return manifests.flatMap((manifest) => {
    const template = templateOf(manifest);
    const endless = manifest.kind === 'Deployment' || manifest.kind === 'StatefulSet';
    return template === undefined ? [] : [{ name: nameOf(manifest), endless, template, manifest }];
  });
}

function templateOf(manifest: Manifest): PodTemplateSpec | undefined {
  if (manifest.kind === 'CronJob') return (manifest as CronJob).spec?.jobTemplate.spec?.template;
  if (['Deployment', 'StatefulSet', 'Job'].includes(manifest.kind)) return (manifest as Job).spec?.template;
  return undefined;
}

export function containersOf({ template }: Workload): Container[] {
  return [...(template.spec?.initContainers ?? []), ...(template.spec?.containers ?? [])];
}

/** Whether every one of these labels is there. */
export function matches(
  wanted: Readonly<Record<string, string>> | undefined,
  labels: Readonly<Record<string, string>> | undefined,
): boolean {
  return Object.entries(wanted ?? {}).every(([key, value]) => labels?.[key] === value);
}
