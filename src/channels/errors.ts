/** How a send failed; the class tells the runtime what to do. `message` is for the log and never holds words or tokens. */

/** The platform asks to wait. */
export class RetryAt extends Error {
  readonly waitMs: number;
  /** Whether the whole platform is paused, or only this address. */
  readonly scope: 'address' | 'platform';
  constructor(message: string, waitMs: number, scope: 'address' | 'platform' = 'address') {
    super(message);
    this.waitMs = waitMs;
    this.scope = scope;
  }
}

/** The platform did not take the message; trying again later is right. */
export class Retry extends Error {}

/** The call may have reached the platform: a second send may be a duplicate. */
export class Ambiguous extends Error {}

/** Sending this again can never work. */
export class GiveUp extends Error {
  readonly reason: 'blocked' | 'gone' | 'refused';
  constructor(message: string, reason: 'blocked' | 'gone' | 'refused') {
    super(message);
    this.reason = reason;
  }
}

/** Not to this account, or not now (its window is shut, its person will not have it): another way to the person may work. */
export class Elsewhere extends GiveUp {
  constructor(message: string) {
    super(message, 'refused');
  }
}

/** The chat has a new address; send there. */
export class Moved extends Error {
  readonly to: string;
  constructor(message: string, to: string) {
    super(message);
    this.to = to;
  }
}

/** Our credentials are refused: a person must act. */
export class Credentials extends Error {}

/** An incoming body that is not of the platform's form. */
export class Malformed extends Error {}
