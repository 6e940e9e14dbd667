import type { Manifest } from '../support/manifest.ts';
import { containerRules } from './container-rules.ts';
import { networkPolicyRules } from './network-policy-rules.ts';
import { networkRules } from './network-rules.ts';
import { referenceRules } from './reference-rules.ts';
import { releaseRules, secretRules } from './release-rules.ts';

/** What the runbook has one make before anything but `overlays/local` is applied. */
const secretsMadeBefore = {
  database: ['root-password', 'owner-password', 'app-password', 'owner-url', 'app-url'],
};

/** What no schema sees. Each problem is a sentence; no problem is an empty list. */
export function checkPolicy(manifests: readonly Manifest[], { throwaway = false } = {}): string[] {
  return [
    ...containerRules(manifests),
    ...referenceRules(manifests, throwaway ? {} : secretsMadeBefore),
    ...networkRules(manifests),
    ...networkPolicyRules(manifests),
    ...releaseRules(manifests),
    ...(throwaway ? [] : secretRules(manifests)),
  ];
}
