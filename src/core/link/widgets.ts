import type { Span } from '../source/span';
import type { Argument, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { isFixed } from './fixed-lists';

/** Streamlit's widgets by which a user chooses one of several values. */
const CHOOSING = /^streamlit\.(?:sidebar\.)?(?:selectbox|radio|select_slider|segmented_control)$/;

/** `st.selectbox("Model", ["gpt-5.4", "gpt-5.4-mini"])`: one of the values, if users may not type others. */
export function chosenByUser(path: string, args: readonly Argument[], at: Span): Value | undefined {
  if (!CHOOSING.test(path)) return undefined;
  const named = (name: string) => args.find(argument => argument.name === name)?.value;
  const options = named('options') ?? positional(args)[1]?.value;
  if (options?.kind !== 'list' || options.items.length === 0 || named('accept_new_options') !== undefined) return undefined;
  return isFixed(options) ? choose(at, options.items) : undefined;
}
