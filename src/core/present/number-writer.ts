/** How plain numbers are written: as English does, like the words around them, whatever language the editor is in. */
export interface NumberWriter {
  integer(value: number): string;
  percent(share: number): string;
  /** An amount of a currency by its ISO code, with two decimals at least and `digits` at most. */
  money(value: number, digits: number, currency: string): string;
}

/** What `Intl` writes for American English. Its first formatter takes 20 ms to make, in which an editor stands still, so only other currencies have one. */
export function numberWriter(): NumberWriter {
  const formats = new Map<string, Intl.NumberFormat>();
  return {
    integer: value => signed(value, size => grouped(size.toFixed(0))),
    percent: share => signed(share * 100, size => `${grouped(size.toFixed(0))}%`),
    money(value, digits, currency) {
      if (currency === 'USD') return signed(value, size => `$${decimal(size, digits)}`);
      const key = `${currency} ${digits}`;
      const format = formats.get(key) ?? new Intl.NumberFormat('en', moneyOptions(digits, currency));
      formats.set(key, format);
      return format.format(value);
    },
  };
}

function signed(value: number, write: (size: number) => string): string {
  return `${value < 0 ? '-' : ''}${Number.isFinite(value) ? write(Math.abs(value)) : '∞'}`;
}

function decimal(size: number, digits: number): string {
  const [whole = '0', fraction = ''] = size.toFixed(digits).split('.');
  const shortest = fraction.replace(/(?<!0)0+$/, '').padEnd(Math.min(2, digits), '0');
  return shortest === '' ? grouped(whole) : `${grouped(whole)}.${shortest}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function moneyOptions(digits: number, currency: string): Intl.NumberFormatOptions {
  return {
    style: 'currency',
    currency,
    // Dollars of other countries have a letter more: CA$.
    currencyDisplay: 'symbol',
    minimumFractionDigits: Math.min(2, digits),
    maximumFractionDigits: digits,
  };
}
