import { isMainThread } from 'node:worker_threads';

/**
 * What runs outside of the extension host is one bundle: most of what the command line and the threads hold is the same, so two would
 * nearly double it. As a program it is the command line, as a thread what the role says.
 */
if (isMainThread) void import('./main');
else void import('../node/thread');
