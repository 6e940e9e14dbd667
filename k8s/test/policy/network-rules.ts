import type { Service } from 'kubernetes-types/core/v1.js';
import type { LabelSelector } from 'kubernetes-types/meta/v1.js';
import type { Ingress } from 'kubernetes-types/networking/v1.js';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.js';
import {
  containersOf,
  type Manifest,
  matches,
  nameOf,
  ofKind,
  type Workload,
  workloadsOf,
} from '../support/manifest.ts';

/** Selectors find pods, and ports lead somewhere. */
export function networkRules(manifests: readonly Manifest[]): string[] {
  const workloads = workloadsOf(manifests);
  return [
    ...workloads.flatMap(ownSelector),
    ...ofKind<Service>(manifests, 'Service').flatMap((service) => serviceProblems(workloads, service)),
    ...ofKind<PodDisruptionBudget>(manifests, 'PodDisruptionBudget').flatMap((budget) =>
      selected(workloads, budget.spec?.selector).length === 0 ? [`${nameOf(budget)} covers no pod`] : [],
    ),
    ...ofKind<Ingress>(manifests, 'Ingress').flatMap((ingress) => ingressProblems(manifests, ingress)),
    ...['PodMonitor', 'PodMonitoring'].flatMap((kind) => monitorProblems(manifests, workloads, kind)),
    ...gkeProblems(manifests),
  ];
}

function ownSelector({ name, template, endless, manifest }: Workload): string[] {
  if (!endless) return [];
  const { selector, serviceName } = (
    manifest as Manifest & { spec: { selector: LabelSelector; serviceName?: string } }
  ).spec;
  const wrong = [
    ...(matches(selector.matchLabels, template.metadata?.labels) ? [] : ['does not select its own pods']),
    ...(manifest.kind === 'StatefulSet' && serviceName === undefined ? ['has no Service'] : []),
    ...(template.spec?.topologySpreadConstraints ?? []).flatMap(({ labelSelector }) =>
      matches(labelSelector?.matchLabels, template.metadata?.labels)
        ? []
        : ['spreads the pods of somebody else'],
    ),
  ];
  return wrong.map((problem) => `${name} ${problem}`);
}

function selected(workloads: readonly Workload[], selector: LabelSelector | undefined): Workload[] {
  return workloads.filter(({ template }) => matches(selector?.matchLabels, template.metadata?.labels));
}

function hasPort(workload: Workload, port: string | number | undefined): boolean {
  const ports = containersOf(workload).flatMap((container) => container.ports ?? []);
  return ports.some(({ name, containerPort }) => port === name || port === containerPort);
}

function serviceProblems(workloads: readonly Workload[], service: Manifest & Service): string[] {
  const targets = selected(workloads, { matchLabels: service.spec?.selector ?? {} });
  if (targets.length === 0) return [`${nameOf(service)} finds no pod`];
  return (service.spec?.ports ?? [])
    .filter(({ port, targetPort }) => !targets.every((target) => hasPort(target, targetPort ?? port)))
    .map(({ targetPort }) => `${nameOf(service)} leads to port ${targetPort}, which is not there`);
}

function ingressProblems(manifests: readonly Manifest[], ingress: Manifest & Ingress): string[] {
  const backends = (ingress.spec?.rules ?? [])
    .flatMap(({ http }) => http?.paths ?? [])
    .map(({ backend }) => backend.service);
  return backends
    .filter((backend) => {
      const service = ofKind<Service>(manifests, 'Service').find(
        ({ metadata }) => metadata.name === backend?.name,
      );
      return !service?.spec?.ports?.some(
        ({ name, port }) => name === backend?.port?.name || port === backend?.port?.number,
      );
    })
    .map((backend) => `${nameOf(ingress)} leads to Service ${backend?.name}, which has no such port`);
}

function monitorProblems(
  manifests: readonly Manifest[],
  workloads: readonly Workload[],
  kind: string,
): string[] {
  type Endpoints = { port: string }[];
  type Monitor = {
    spec: { selector: LabelSelector; endpoints?: Endpoints; podMetricsEndpoints?: Endpoints };
  };
  return ofKind<Monitor>(manifests, kind).flatMap((monitor) => {
    const { selector, endpoints, podMetricsEndpoints } = monitor.spec;
    const targets = selected(workloads, selector);
    const ports = (endpoints ?? podMetricsEndpoints ?? []).map(({ port }) => port);
    const reached =
      targets.length > 0 && ports.every((port) => targets.every((target) => hasPort(target, port)));
    return reached ? [] : [`${nameOf(monitor)} asks a port that is not there`];
  });
}

/** GKE finds these by name in an annotation, and says nothing when there is none. */
function gkeProblems(manifests: readonly Manifest[]): string[] {
  const kinds = {
    'networking.gke.io/managed-certificates': 'ManagedCertificate',
    'networking.gke.io/v1beta1.FrontendConfig': 'FrontendConfig',
    'cloud.google.com/backend-config': 'BackendConfig',
  };
  return manifests.flatMap((manifest) =>
    Object.entries(kinds).flatMap(([annotation, kind]) => {
      const value = manifest.metadata.annotations?.[annotation];
      if (value === undefined) return [];
      const names = value.startsWith('{') ? Object.values<string>(JSON.parse(value)) : value.split(',');
      return names
        .filter((name) => !ofKind(manifests, kind).some(({ metadata }) => metadata.name === name.trim()))
        .map((name) => `${nameOf(manifest)} names ${kind} ${name}, which is not there`);
    }),
  );
}
