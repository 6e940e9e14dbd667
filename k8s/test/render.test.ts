import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPolicy } from './policy/check-policy.ts';
import type { Manifest } from './support/manifest.ts';
import { k8sFolder, render, renderWith } from './support/render.ts';
import { validate } from './support/validate.ts';

const components = readdirSync(join(k8sFolder, 'components'));
const overlays = readdirSync(join(k8sFolder, 'overlays'));

const problemsOf = (manifests: readonly Manifest[], options?: { throwaway: boolean }) => [
  ...manifests.flatMap(validate),
  ...checkPolicy(manifests, options),
];

test.each(overlays)('overlay %s is valid and keeps to the rules', async (name) => {
  const manifests = await render(join(k8sFolder, 'overlays', name));
  expect(problemsOf(manifests, { throwaway: name === 'local' })).toEqual([]);
});

test('the base with every combination of components is valid and keeps to the rules', async () => {
  const combinations = subsets(components).filter((chosen) => !isContradiction(chosen));
  const found: Record<string, string[]> = {};
  const open = [...combinations];
  const work = async () => {
    for (let chosen = open.pop(); chosen !== undefined; chosen = open.pop()) {
      const problems = problemsOf(await renderWith(chosen));
      if (problems.length > 0) found[chosen.join(' + ') || 'none'] = problems;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  expect(found).toEqual({});
  expect(combinations.length).toBe(2 ** components.length * (3 / 4));
});

test('two autoscalers of one Deployment are refused', async () => {
  await expect(renderWith(['autoscaling', 'queue-autoscaling'])).rejects.toThrow('/spec/replicas');
});

/** Both would scale the API. */
function isContradiction(chosen: readonly string[]): boolean {
  return chosen.includes('autoscaling') && chosen.includes('queue-autoscaling');
}

function subsets(names: readonly string[]): string[][] {
  const [first, ...others] = names;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((subset) => [subset, [first, ...subset]]);
}
