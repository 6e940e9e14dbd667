import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { containerRules } from './policy/container-rules.ts';
import { containersOf, type Manifest, workloadsOf } from './support/manifest.ts';
import { k8sFolder, render } from './support/render.ts';
import { validate, validateSkaffold } from './support/validate.ts';

interface Artifact {
  readonly image: string;
  readonly docker: { readonly dockerfile: string };
}

const root = join(k8sFolder, '..');
const text = readFileSync(join(root, 'skaffold.yaml'), 'utf8');
const skaffold = parse(text);
const artifacts: Artifact[] = skaffold.build.artifacts;
const job: Manifest = parse(readFileSync(join(k8sFolder, 'smoke-test.yaml'), 'utf8'));

test('skaffold knows every field', () => {
  expect(validateSkaffold(skaffold)).toEqual([]);
  const typo = structuredClone(skaffold);
  typo.deploy.statusCheckDeadline = 300;
  expect(validateSkaffold(typo)).not.toEqual([]);
});

test('what it builds is what the manifests run', async () => {
  const folders: string[] = [skaffold, ...skaffold.profiles].flatMap(
    ({ manifests }) => manifests.kustomize.paths,
  );
  expect(folders).toEqual(['k8s/overlays/local', 'k8s/overlays/gke']);
  for (const folder of folders) {
    const containers = workloadsOf(await render(join(root, folder))).flatMap(containersOf);
    const images = new Set(containers.map(({ image }) => image?.split(':')[0]));
    expect(images).toEqual(new Set([...artifacts.map(({ image }) => image), 'mysql']));
  }
});

test('every file that it names is there', () => {
  const files = [
    ...artifacts.map(({ docker }) => docker.dockerfile),
    ...skaffold.verify.map(
      ({ executionMode }: { executionMode: { kubernetesCluster: { jobManifestPath: string } } }) =>
        executionMode.kubernetesCluster.jobManifestPath,
    ),
  ];
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('the job of its smoke test is valid and keeps to the rules', () => {
  expect([...validate(job), ...containerRules([job])]).toEqual([]);
  const [container] = workloadsOf([job]).flatMap(containersOf);
  expect(container?.name).toBe(skaffold.verify[0].container.name);
});
