import { THREADS } from './threads';

/** Every thread starts here: most of what they hold is the same, so one bundle serves all. The role is the thread's only argument. */
const role = process.argv[2];
if (role === THREADS.scan) void import('./scan/scan-worker');
else if (role === THREADS.workspace) void import('./background-scan');
else if (role === THREADS.usage) void import('./usage/usage-worker');
else void import('./worker');
