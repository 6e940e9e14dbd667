/** The real child process, but one that dies of a certain sentence: after the batch with it has arrived. */
import { loadTokenizer } from '../src/tokenizer.ts';
import { bundledModel } from './bundled-model.ts';

const deadly = (await loadTokenizer(bundledModel, 0)).encode('Das Todeswort ist lang.').join();
await import('../src/child-entry.ts');
process.on('message', ({ sentences }: { sentences?: number[][] }) => {
  if (sentences?.some((ids) => ids.join() === deadly)) process.kill(process.pid, 'SIGKILL');
});
