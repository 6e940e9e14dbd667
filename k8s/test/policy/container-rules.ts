import type { Container, Probe } from 'kubernetes-types/core/v1.js';
import { containersOf, type Manifest, type Workload, workloadsOf } from '../support/manifest.ts';

/** Every container is bounded, watched and confined, and runs a version that has a name. */
export function containerRules(manifests: readonly Manifest[]): string[] {
  return workloadsOf(manifests).flatMap((workload) => [
    ...podProblems(workload),
    ...containersOf(workload).flatMap((container) =>
      [
        ...imageProblems(container),
        ...resourceProblems(container),
        ...confinementProblems(container),
        ...(isServing(workload, container) ? probeProblems(container) : []),
      ].map((problem) => `${workload.name}, container ${container.name}: ${problem}`),
    ),
  ]);
}

function isServing({ endless, template }: Workload, container: Container): boolean {
  return endless && template.spec?.containers.includes(container) === true;
}

function podProblems({ name, template: { spec } }: Workload): string[] {
  const security = spec?.securityContext;
  return [
    ...(security?.runAsNonRoot === true && (security.runAsUser ?? 0) > 0 ? [] : ['may run as root']),
    ...(security?.seccompProfile?.type === 'RuntimeDefault' ? [] : ['has no seccomp profile']),
    ...(spec?.automountServiceAccountToken === false ? [] : ["is given the API server's token"]),
    ...(spec?.serviceAccountName === undefined ? ['has no service account of its own'] : []),
    ...(spec?.hostNetwork || spec?.hostPID || spec?.hostIPC ? ['shares a namespace of the host'] : []),
    ...(spec?.volumes ?? []).flatMap((volume) =>
      volume.hostPath ? [`mounts ${volume.hostPath.path} of the host`] : [],
    ),
  ].map((problem) => `${name} ${problem}`);
}

function imageProblems({ image = '', imagePullPolicy }: Container): string[] {
  const tag = /:([^:/@]+)(@|$)/.exec(image)?.[1];
  return [
    ...(tag === undefined || tag === 'latest' ? [`image ${image} is not pinned`] : []),
    ...(imagePullPolicy === 'IfNotPresent' ? [] : ['has no pull policy']),
  ];
}

function resourceProblems({ resources }: Container): string[] {
  const { requests, limits } = resources ?? {};
  const memory = [requests?.memory, limits?.memory].map((quantity) => toBytes(quantity));
  return [
    ...(requests?.cpu === undefined ? ['requests no CPU'] : []),
    ...(memory[0] === undefined ? ['requests no memory'] : []),
    // No limit of CPU: it would only hold a pod back while a processor is idle.
    ...(memory[1] === undefined ? ['has no limit of memory'] : []),
    ...((memory[0] ?? 0) > (memory[1] ?? Infinity) ? ['requests more memory than its limit'] : []),
  ];
}

function toBytes(quantity: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(\d+)(Ki|Mi|Gi)?$/.exec(quantity ?? '') ?? [];
  return number === undefined ? undefined : Number(number) * 1024 ** ['', 'Ki', 'Mi', 'Gi'].indexOf(unit);
}

function confinementProblems({ securityContext }: Container): string[] {
  return [
    ...(securityContext?.readOnlyRootFilesystem === true ? [] : ['may write to its root file system']),
    ...(securityContext?.allowPrivilegeEscalation === false ? [] : ['may gain privileges']),
    ...(securityContext?.capabilities?.drop?.includes('ALL') ? [] : ['keeps capabilities']),
    ...(securityContext?.capabilities?.add?.length ? ['adds capabilities'] : []),
  ];
}

function probeProblems(container: Container): string[] {
  const probes = {
    startup: container.startupProbe,
    readiness: container.readinessProbe,
    liveness: container.livenessProbe,
  };
  return Object.entries(probes).flatMap(([kind, probe]) =>
    probe === undefined ? [`has no ${kind} probe`] : portProblems(container, kind, probe),
  );
}

function portProblems({ ports }: Container, kind: string, { httpGet }: Probe): string[] {
  const known =
    httpGet === undefined ||
    ports?.some(({ name, containerPort }) => [name, containerPort].includes(httpGet.port));
  return known ? [] : [`the ${kind} probe asks port ${httpGet?.port}, which is not there`];
}
