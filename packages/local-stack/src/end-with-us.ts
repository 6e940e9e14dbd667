/** Process groups that must not outlive this process. */
const groups = new Set<number>();

process.on('exit', () => {
  for (const pid of groups) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
});

/**
 * Kills a process and its children when this one exits, were it half-way through a test. A process that a signal kills
 * exits without a word: whoever starts others has to turn signals into `process.exit`.
 *
 * @returns to be called when it has ended in order.
 */
export function endWithUs(pid: number): () => void {
  groups.add(pid);
  return () => void groups.delete(pid);
}
