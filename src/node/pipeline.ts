import type * as core from '../core/pipeline';

/** The core's steps, handed in by the entry points (worker, command line), so that scheduling can be tested without them. */
export type Pipeline = Pick<typeof core, 'summarize' | 'link' | 'quote'>;
