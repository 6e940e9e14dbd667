import { readXml } from './xml-reader.ts';
import { isXhtml, meaningOf } from './xml-roles.ts';

/** Where elements begin that are inline by their name and hold blocks, so that they are blocks themselves. */
export function findBlockHolders(xml: string): Set<number> {
  const holders = new Set<number>();
  const open: { start: number; isPair: boolean }[] = [];
  readXml(xml, {
    open: (tag, start) => {
      const { role } = meaningOf(tag);
      if (isXhtml(tag) && (role === 'flow' || role === 'skip')) {
        for (let i = open.length - 1; i >= 0 && open[i]?.isPair; i -= 1) holders.add(open[i]?.start ?? -1);
      }
      open.push({ start, isPair: role === 'pair' || role === 'link' });
    },
    close: () => void open.pop(),
    text: () => undefined,
  });
  return holders;
}
