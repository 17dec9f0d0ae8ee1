import type { Finding } from '../quote/analysis';

/** What, how much, on what assumption: the rule wrote it; a suspicion is called one. */
export function diagnosticText(finding: Finding): string {
  return finding.certainty === 'suspected' ? `Suspected: ${finding.message}` : finding.message;
}
