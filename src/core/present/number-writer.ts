/** How one locale writes plain numbers. */
export interface NumberWriter {
  integer(value: number): string;
  percent(share: number): string;
  /** An amount of a currency by its ISO code, with two decimals at least and `digits` at most. */
  money(value: number, digits: number, currency: string): string;
}

export function numberWriter(locale: string): NumberWriter {
  const written = intlWriter(locale);
  return /^en(?:-us)?$/i.test(locale)
    ? { ...ENGLISH, money: (value, digits, currency) => (currency === 'USD' ? ENGLISH : written).money(value, digits, currency) }
    : written;
}

/** What `Intl` writes for American English, money being dollars. The first formatter of `Intl` takes 20 ms to make, in which an editor stands still. */
const ENGLISH: NumberWriter = {
  integer: value => signed(value, size => grouped(size.toFixed(0))),
  percent: share => signed(share * 100, size => `${grouped(size.toFixed(0))}%`),
  money: (value, digits) => signed(value, size => `$${decimal(size, digits)}`),
};

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

function intlWriter(locale: string): NumberWriter {
  const made = new Map<string, Intl.NumberFormat>();
  const format = (key: string, options: Intl.NumberFormatOptions) => {
    const known = made.get(key) ?? numberFormat(locale, options);
    made.set(key, known);
    return known;
  };
  return {
    integer: value => format('integer', { maximumFractionDigits: 0 }).format(value),
    percent: share => format('percent', { style: 'percent', maximumFractionDigits: 0 }).format(share),
    money: (value, digits, currency) => format(`${currency} ${digits}`, moneyOptions(digits, currency)).format(value),
  };
}

function moneyOptions(digits: number, currency: string): Intl.NumberFormatOptions {
  return {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Math.min(2, digits),
    maximumFractionDigits: digits,
  };
}

/** A locale that the runtime does not know must not stop the numbers. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch (error) {
    if (error instanceof RangeError) return new Intl.NumberFormat('en', options);
    throw error;
  }
}
