import type { Call } from '../source/values';
import { within } from './value-parts';

interface Sent {
  readonly name: string;
  /** Of the object (`self.messages`), not of the function. */
  readonly field: boolean;
}

/** The variables and the object's fields in a call's arguments. */
export function namesSentBy(call: Call): readonly Sent[] {
  return call.args.flatMap(({ value }) =>
    [...within(value)].flatMap((part): readonly Sent[] => {
      if (part.kind === 'name') return [{ name: part.name, field: false }];
      return part.kind === 'member' && part.object.kind === 'self' ? [{ name: part.key, field: true }] : [];
    }),
  );
}
