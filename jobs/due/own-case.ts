/** What is due and belongs to no request: what a kind is decided on, what it does, and what it has to say. */
import type { Tx } from '#db/client.ts';
import type { OwnDueKind } from '#db/due.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { Notice, Post } from '#runtime/handler.ts';
import type { Entry } from './entry.ts';

export type OwnCase = { readonly tx: Tx; readonly reference: Reference; readonly now: Millis };

export type OwnKind = {
  readonly kind: OwnDueKind;
  /** `for update skip locked`. @returns those that are now ours; what a turn holds is looked at again in a second */
  readonly lock: (tx: Tx, subjectIds: readonly number[]) => Promise<readonly number[]>;
  /** Sets the next moments in the same transaction, and says what is to be told. */
  readonly run: (on: OwnCase, subjectIds: readonly number[]) => Promise<readonly (Notice | Post)[]>;
};

/** A matter of one person's message of reminders. */
export type OwnEntry = { readonly to: PersonId; readonly entry: Entry };
