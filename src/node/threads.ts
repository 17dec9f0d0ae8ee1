/** Roles of threads besides the analysis of open documents, as arguments of `thread.ts`. */
export const THREADS = { scan: 'scan', workspace: 'workspace', usage: 'usage' } as const;
