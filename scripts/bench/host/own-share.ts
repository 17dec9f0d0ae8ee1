import { Session } from 'node:inspector/promises';

/** Microseconds between two looks. */
const INTERVAL = 200;

/** For how long code of the extension, or what it called, ran on this thread while `work` went on, in milliseconds. `folder`: the extension's. */
export async function ownShare(folder: string, work: () => Promise<void>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    const nodes = new Map(profile.nodes.map(node => [node.id, node]));
    const own = new Set<number>();
    const visit = (id: number, isOwn: boolean) => {
      const node = nodes.get(id);
      if (node === undefined) return;
      const within = isOwn || node.callFrame.url.includes(folder);
      if (within) own.add(id);
      for (const child of node.children ?? []) visit(child, within);
    };
    const [root] = profile.nodes;
    if (root !== undefined) visit(root.id, false);
    // A longer time between two looks is one for which the thread had no processor.
    const deltas = profile.timeDeltas ?? [];
    const microseconds = (profile.samples ?? []).reduce(
      (sum, id, index) => sum + (own.has(id) ? Math.min(deltas[index] ?? 0, 2 * INTERVAL) : 0),
      0,
    );
    return microseconds / 1000;
  } finally {
    session.disconnect();
  }
}
