/** The account as the platform keeps it. */
import type { World } from '../zalo/world.ts';

/** A refusal in the platform's own form. */
export class OaError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export type Upload = { readonly kind: 'image' | 'file'; readonly name: string; readonly bytes: Buffer };

export type SentTemplate = {
  readonly to: string;
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
};

export type OaState = {
  readonly world: World;
  readonly now: () => number;
  readonly oaId: string;
  readonly uploads: Map<string, Upload>;
  readonly templates: SentTemplate[];
  readonly zbs: {
    /** Numbers with an account there. */
    readonly phones: Set<string>;
    /** Approved ones. */
    readonly approved: Set<string>;
    remainingToday: number;
  };
};
