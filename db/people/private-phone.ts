/** Private numbers that people agreed to have used: encrypted, one a person, gone as soon as he withdraws. */
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Cipher } from '../cipher.ts';
import type { Db, Tx } from '../client.ts';

/** Bound to its person: a row copied to another one does not open. */
const nameOf = (personId: number): string => `phone:${personId}`;

export const sealPhone = (cipher: Cipher, personId: number, phone: string): Buffer =>
  cipher.seal(nameOf(personId), phone);

export const openPhone = (cipher: Cipher, personId: number, sealed: Buffer): string | null =>
  cipher.open(nameOf(personId), sealed);

/** @param sealed by `sealPhone` */
export const keepPhone = async (tx: Tx, personId: number, sealed: Buffer, now: Millis): Promise<void> => {
  const values = { sealed, agreed_at: new Date(now) };
  await tx
    .insertInto('private_phone')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
};

/** @returns whether there was one */
export const dropPhone = async (tx: Tx, personId: number): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('private_phone')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
};

export type KeptPhone = {
  /** Null: this key does not open it. */
  readonly phone: string | null;
  readonly agreedAt: Millis;
};

export const phoneOf = async (query: Db['query'], cipher: Cipher, personId: number): Promise<KeptPhone | null> => {
  const row = await query
    .selectFrom('private_phone')
    .select(['sealed', 'agreed_at as agreedAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row === undefined ? null : { phone: openPhone(cipher, personId, row.sealed), agreedAt: row.agreedAt };
};

/**
 * Of these people, those who agreed; not who belongs nowhere that day, nor who has an account that was stopped: whoever
 * had it in hand may have given the number.
 */
export const withPhoneAt = async (tx: Tx, personIds: readonly number[], day: IsoDate): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('private_phone as f')
    .select('f.person_id')
    .where('f.person_id', 'in', [...new Set(personIds)])
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('account as k')
            .select('k.id')
            .whereRef('k.person_id', '=', 'f.person_id')
            .where('k.banned_at', 'is not', null),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'f.person_id')
          .where('m.valid_from', '<=', day)
          .where(({ or, eb }) => or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>=', day)])),
      ),
    )
    .execute();
  return new Set(rows.map((row) => row.person_id));
};
