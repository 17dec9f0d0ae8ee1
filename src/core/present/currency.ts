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
  const wanted = writtenCode(code);
  if (wanted === '' || wanted === US_DOLLARS.code) return US_DOLLARS;
  if (!CODE.test(wanted)) return 'must be the three letters of a currency, such as EUR';
  if (perUsd <= 0) return `needs the rate: state in "promptfare.currencyPerUsd" how many ${wanted} a US dollar is`;
  return { code: wanted, perUsd };
}

/** The currency that is wanted, where nothing is wrong but that its rate is not stated. */
export function currencyWithoutRate(code: string, perUsd: number): string | undefined {
  const wanted = writtenCode(code);
  return perUsd <= 0 && CODE.test(wanted) && wanted !== US_DOLLARS.code ? wanted : undefined;
}

const CODE = /^[A-Z]{3}$/;

function writtenCode(code: string): string {
  return code.trim().toUpperCase();
}
