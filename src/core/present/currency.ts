/** In which money is written. Everything is reckoned in US dollars, as prices are; the rate is what a person states. */
export interface Currency {
  /** As ISO 4217 has it: `EUR`. */
  readonly code: string;
  /** What one US dollar is. */
  readonly perUsd: number;
}

export const US_DOLLARS: Currency = { code: 'USD', perUsd: 1 };

/** The currency that is stated, `perUsd` being 0 where no rate is; or why it can't be used, and dollars are written. */
export function statedCurrency(code: string, perUsd: number): Currency | string {
  const wanted = code.trim().toUpperCase();
  if (wanted === '' || wanted === US_DOLLARS.code) return US_DOLLARS;
  if (!/^[A-Z]{3}$/.test(wanted)) return 'must be the three letters of a currency, such as EUR';
  if (perUsd <= 0) return `needs the rate: state in "promptfare.currencyPerUsd" how many ${wanted} a US dollar is`;
  return { code: wanted, perUsd };
}
