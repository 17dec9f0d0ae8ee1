import type { Printer } from '../../../language';

/** `[*messages[:1], *messages[1:][-20:]]` */
export const lastItems: Printer['lastItems'] = (text, list, count, keepFirst) => {
  const source = text.slice(list.start, list.end);
  return [{ ...list, newText: keepFirst ? `[*${source}[:1], *${source}[1:][-${count}:]]` : `${source}[-${count}:]` }];
};
