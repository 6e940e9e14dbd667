import type { LabelSelector } from 'kubernetes-types/meta/v1.js';
import type { NetworkPolicy, NetworkPolicyPeer } from 'kubernetes-types/networking/v1.js';
import {
  containersOf,
  type Manifest,
  matches,
  ofKind,
  type Workload,
  workloadsOf,
} from '../support/manifest.ts';

/** Who has to reach whom for a translation to happen, by the names of the pods; `*` is anybody. */
const needed = [
  { from: '*', to: 'web', port: 'http' },
  { from: 'web', to: 'api', port: 'http' },
  { from: 'api', to: 'mysql', port: 'mysql' },
  { from: 'backup', to: 'mysql', port: 'mysql' },
] as const;

/** Where policies are in use, all is denied first, and what is needed is allowed at both ends. */
export function networkPolicyRules(manifests: readonly Manifest[]): string[] {
  const policies = ofKind<NetworkPolicy>(manifests, 'NetworkPolicy');
  if (policies.length === 0) return [];
  const workloads = workloadsOf(manifests);
  return [
    ...(policies.some(deniesAll) ? [] : ['nothing denies what no policy allows']),
    ...needed.flatMap(({ from, to, port }) => {
      const source = workloads.find(({ template }) => appOf(template.metadata?.labels) === from);
      const target = workloads.find(({ template }) => appOf(template.metadata?.labels) === to);
      if (target === undefined || (source === undefined && from !== '*')) return [];
      const reached =
        allows(policies, target, source, 'ingress', portNumber(target, port)) &&
        (source === undefined || allows(policies, source, target, 'egress', portNumber(target, port)));
      return reached ? [] : [`no policy lets ${from} reach ${to}`];
    }),
  ];
}

function appOf(labels: Readonly<Record<string, string>> | undefined): string | undefined {
  return labels?.['app.kubernetes.io/name'];
}

function deniesAll({ spec }: NetworkPolicy): boolean {
  const everybody = Object.keys(spec?.podSelector ?? { none: 1 }).length === 0;
  return everybody && spec?.policyTypes?.length === 2 && !spec.ingress && !spec.egress;
}

/** Not every network plug-in resolves the name of a port in an egress rule, so only its number counts. */
function portNumber(workload: Workload, name: string): number | undefined {
  const ports = containersOf(workload).flatMap((container) => container.ports ?? []);
  return ports.find((port) => port.name === name)?.containerPort;
}

function allows(
  policies: readonly NetworkPolicy[],
  subject: Workload,
  peer: Workload | undefined,
  direction: 'ingress' | 'egress',
  port: number | undefined,
): boolean {
  return policies
    .filter(({ spec }) => selects(spec?.podSelector, subject.template.metadata?.labels))
    .flatMap(({ spec }) =>
      direction === 'ingress'
        ? (spec?.ingress ?? []).map((rule) => ({ peers: rule.from, ports: rule.ports }))
        : (spec?.egress ?? []).map((rule) => ({ peers: rule.to, ports: rule.ports })),
    )
    .some(
      (rule) =>
        (rule.ports === undefined ||
          rule.ports.some((each) => each.port !== undefined && each.port === port)) &&
        (rule.peers === undefined || rule.peers.some((each) => isPeer(each, peer))),
    );
}

function isPeer(
  { podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer,
  peer: Workload | undefined,
): boolean {
  if (peer === undefined || namespaceSelector !== undefined || ipBlock !== undefined) return false;
  return selects(podSelector, peer.template.metadata?.labels);
}

function selects(
  selector: LabelSelector | undefined,
  labels: Readonly<Record<string, string>> | undefined,
): boolean {
  const expressions = selector?.matchExpressions ?? [];
  return (
    matches(selector?.matchLabels, labels) &&
    expressions.every(
      ({ key, operator, values }) => operator === 'In' && values?.includes(labels?.[key] ?? ''),
    )
  );
}
