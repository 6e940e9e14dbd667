import type { Segment } from '@unlimited/contract';

/** Segments are kept, drawn and measured in sections of this many. */
export const segmentsPerSection = 16;
/** One request brings this many: a whole block of the service. */
const segmentsPerLoad = 64;
/** About a million characters of text and translation; what is out of sight longest goes first. */
const sectionsKept = 512;

export interface SegmentCache {
  /** The segments of a section; `undefined` until they were loaded. The array changes only with its content. */
  section(sectionNo: number): readonly Segment[] | undefined;
  /** The segment at an index, if it is in memory. */
  at(index: number): Segment | undefined;
  /** Loads what is missing of a range of sections, and loads again what was unfinished when `refresh` is set. */
  want(firstSection: number, lastSection: number, options?: { refresh?: boolean }): void;
  /** Loads a range of sections again whatever is known of it, and forgets the others: all may have been edited. */
  renew(firstSection: number, lastSection: number): void;
  /** Takes over finished segments of sections that are in memory. */
  put(segments: readonly Segment[]): void;
  /** Takes over segments that their reader changed. */
  replace(segments: readonly Segment[]): void;
  /** Whether some segment of the range is known and unfinished. */
  hasUnfinished(firstSection: number, lastSection: number): boolean;
  subscribe(listener: () => void): () => void;
}

/** Loads segments; rejects only when aborted. */
export type LoadSegments = (from: number, limit: number) => Promise<readonly Segment[]>;

/** The segments in sight of one translation, in memory bounded whatever the length of the text. */
export function createSegmentCache(load: LoadSegments): SegmentCache {
  const sections = new Map<number, readonly Segment[]>();
  const loading = new Set<number>();
  const listeners = new Set<() => void>();
  let deliveredUpTo = -1;

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  const keep = (sectionNo: number, segments: readonly Segment[]) => {
    sections.delete(sectionNo);
    sections.set(sectionNo, segments);
    for (const oldest of sections.keys()) {
      if (sections.size <= sectionsKept) return;
      sections.delete(oldest);
    }
  };

  const loadFrom = async (from: number) => {
    loading.add(from);
    try {
      const segments = await load(from, segmentsPerLoad);
      for (let at = 0; at < segments.length; at += segmentsPerSection) {
        const sectionNo = (from + at) / segmentsPerSection;
        const loaded = segments.slice(at, at + segmentsPerSection);
        keep(sectionNo, mergeFinished(loaded, sections.get(sectionNo)));
      }
      tell();
      // An event may have passed by while the answer was on its way.
      const missed = segments.some(({ index, targetText }) => targetText === null && index <= deliveredUpTo);
      loading.delete(from);
      if (missed) void loadFrom(from);
    } catch {
      loading.delete(from);
    }
  };

  const takeOver = (segments: readonly Segment[]) => {
    let changed = false;
    for (const [sectionNo, arrived] of Map.groupBy(segments, sectionOf)) {
      const known = sections.get(sectionNo);
      if (known === undefined) continue;
      const byIndex = new Map(arrived.map((segment) => [segment.index, segment]));
      sections.set(
        sectionNo,
        known.map((segment) => byIndex.get(segment.index) ?? segment),
      );
      changed = true;
    }
    if (changed) tell();
  };

  return {
    section: (sectionNo) => sections.get(sectionNo),
    at: (index) => sections.get(sectionOf({ index }))?.[index % segmentsPerSection],
    want(firstSection, lastSection, { refresh = false } = {}) {
      for (let no = Math.max(0, firstSection); no <= lastSection; no++) {
        const known = sections.get(no);
        if (known !== undefined) keep(no, known);
        if (known !== undefined && !(refresh && isUnfinished(known))) continue;
        const from = loadOf(no);
        if (!loading.has(from)) void loadFrom(from);
      }
    },
    renew(firstSection, lastSection) {
      const inRange = (no: number) => no >= firstSection && no <= lastSection;
      for (const no of [...sections.keys()]) if (!inRange(no)) sections.delete(no);
      for (let no = Math.max(0, firstSection); no <= lastSection; no++) {
        const from = loadOf(no);
        if (sections.has(no) && !loading.has(from)) void loadFrom(from);
      }
    },
    put(segments) {
      deliveredUpTo = Math.max(deliveredUpTo, segments.at(-1)?.index ?? -1);
      takeOver(segments);
    },
    replace: takeOver,
    hasUnfinished(firstSection, lastSection) {
      for (let no = firstSection; no <= lastSection; no++) {
        const known = sections.get(no);
        if (known !== undefined && isUnfinished(known)) return true;
      }
      return false;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function sectionOf({ index }: { readonly index: number }): number {
  return Math.floor(index / segmentsPerSection);
}

/** Index of the first segment of the request that brings a section. */
function loadOf(sectionNo: number): number {
  return Math.floor((sectionNo * segmentsPerSection) / segmentsPerLoad) * segmentsPerLoad;
}

function isUnfinished(segments: readonly Segment[]): boolean {
  return segments.some(({ targetText }) => targetText === null);
}

/**
 * An answer may be older than an event or an edit: what was finished or edited stays so. Equal content keeps its
 * identity.
 */
function mergeFinished(
  loaded: readonly Segment[],
  known: readonly Segment[] | undefined,
): readonly Segment[] {
  if (known === undefined) return loaded;
  const merged = loaded.map((segment, at) => {
    const before = known[at];
    const isOlder = segment.targetText === null || (before?.origin === 'edit' && segment.origin !== 'edit');
    return before !== undefined && (isOlder || before.targetText === segment.targetText) ? before : segment;
  });
  return merged.length === known.length && merged.every((segment, at) => segment === known[at])
    ? known
    : merged;
}
