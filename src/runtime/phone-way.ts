/**
 * A person's private number as a way to him. A row of the outbox only says whose it is: the number is opened when it is
 * sent, so that no copy of it waits anywhere, and one that was withdrawn meanwhile is not used.
 */
import type { Channel } from '#channels/channel.ts';
import { GiveUp } from '#channels/errors.ts';
import { phoneOf } from '#db/people/private-phone.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { Runtime } from './runtime.ts';

const PREFIX = 'phone:';

export const phoneAddress = (personId: PersonId): string => `${PREFIX}${personId}`;

export const isPhoneAddress = (address: string): boolean => address.startsWith(PREFIX);

/** Asking for a number that nothing can use would be collecting it for no purpose. */
export const writesToPhones = (channels: Runtime['channels']): boolean => [...channels.values()].some(reachesPhones);

export const reachesPhones = (channel: Channel | undefined): boolean =>
  channel?.notifyPhone !== undefined && channel.noticeTemplate != null;

/** @throws GiveUp when there is none any more */
export const phoneFor = async ({ db, cipher }: Runtime, personId: PersonId | null): Promise<string> => {
  const kept = personId === null ? null : await phoneOf(db.query, cipher, personId);
  if (kept?.phone == null) throw new GiveUp('no phone number may be used', 'refused');
  return kept.phone;
};
