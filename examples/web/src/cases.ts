export interface Turn {
  author: 'customer' | 'counter' | 'colleague';
  text: string;
  sentAt: string;
}

export interface SupportCase {
  reference: string;
  channel: 'chat' | 'email';
  subject: string;
  turns: Turn[];
}

export function transcript(supportCase: SupportCase): string {
  return supportCase.turns.map(turn => `[${turn.sentAt}] ${turn.author}: ${turn.text}`).join('\n\n');
}
