const HALF_PRICE_BATCH = new Set(['anthropic', 'openai', 'google', 'groq']);

/** Sellers whose batch API charges half. Others give a range, or nothing. */
export function batchFactorOf(seller: string): number | undefined {
  return HALF_PRICE_BATCH.has(seller) ? 0.5 : undefined;
}
