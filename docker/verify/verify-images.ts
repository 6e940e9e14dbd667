// `node verify-images.ts`, where a Docker engine answers.
import { provideBaseImages } from '../base-images/provide-base-images.ts';
import { createStack } from './stack.ts';
import { verifyStack } from './verify-stack.ts';

/** A quarter of an hour is enough on two processors that have other work, too. */
const limitMs = 35 * 60_000;

/** Rejects when there is a reason to stop before the end. What was made is removed all the same. */
const stopped = new Promise<never>((_, reject) => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => reject(new Error(name)));
  setTimeout(() => reject(new Error(`not done after ${limitMs / 60_000} minutes`)), limitMs).unref();
});
stopped.catch(() => {});

async function verifyImages(): Promise<void> {
  const start = Date.now();
  const baseImages = await Promise.race([provideBaseImages(), stopped]);
  if (baseImages.made.length > 0) {
    const seconds = Math.round((Date.now() - start) / 1000);
    console.log(`✓ no registry, so made of packages: ${baseImages.made.join(', ')} (${seconds} s)`);
  }
  try {
    await verifyInStack();
  } finally {
    await baseImages.remove();
  }
}

async function verifyInStack(): Promise<void> {
  const stack = await createStack();
  try {
    await Promise.race([verifyStack(stack), stopped]);
  } catch (error) {
    console.error(await stack.compose('logs', '--tail', '40').catch(String));
    throw error;
  } finally {
    await stack.remove();
  }
}

try {
  await verifyImages();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// Something may still run if it was stopped.
process.exit();
