/** How a person can be written to now: on which of his accounts freely, and where by an approved template only. */
import type { Channel } from '#channels/channel.ts';
import { channelUse } from '#db/chat/channel-use.ts';
import type { Tx } from '#db/client.ts';
import { type Reachable, reachableAt } from '#db/people/account.ts';
import { withPhoneAt } from '#db/people/private-phone.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import { type ChannelLimits, isSpent, type Limits, type QuotaKind } from '#domain/quota.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { phoneAddress, reachesPhones, writesToPhones } from './phone-way.ts';
import type { Runtime } from './runtime.ts';

export type Ways = {
  /** In order of preference; what costs money comes behind what is free, what would be refused is left out. */
  readonly open: readonly Reachable[];
  /** In order: his accounts, then the private number that he agreed to. */
  readonly byTemplate: readonly Pick<Reachable, 'channel' | 'address'>[];
};

export const NO_WAYS: Ways = { open: [], byTemplate: [] };

export const waysTo = async (
  runtime: Runtime,
  tx: Tx,
  people: readonly PersonId[],
  now: Millis,
): Promise<(personId: PersonId) => Ways> => {
  if (people.length === 0) return () => NO_WAYS;
  const [reachable, spent, withPhone] = await Promise.all([
    reachableAt(tx, people, dateOf(now)),
    spentNow(runtime, tx, now),
    writesToPhones(runtime.channels) ? withPhoneAt(tx, people, dateOf(now)) : null,
  ]);
  const phoneChannels = [...runtime.channels.values()].filter(reachesPhones);
  return (personId) => {
    const accounts = reachable.get(personId) ?? [];
    const rankOf = ({ channel, seenAt }: Reachable): number => rank(runtime.channels.get(channel), now - seenAt, spent);
    return {
      open: accounts
        .map((account) => ({ account, rank: rankOf(account) }))
        .filter((one) => one.rank !== SHUT)
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ account }) => account),
      byTemplate: [
        ...accounts.filter(({ channel }) => hasTemplate(runtime.channels.get(channel))),
        ...(withPhone?.has(personId) === true
          ? phoneChannels.map(({ name }) => ({ channel: name, address: phoneAddress(personId) }))
          : []),
      ].filter(({ channel }) => !spent(channel, 'templates')),
    };
  };
};

/** Channels whose month is used up: nobody is told anything there before the next one, if there is another way. */
export const spentChannels = async (runtime: Runtime, tx: Tx, now: Millis): Promise<ReadonlySet<string>> => {
  const spent = await spentNow(runtime, tx, now);
  return new Set([...runtime.channels.keys()].filter((channel) => spent(channel, 'messages')));
};

/** What is counted of the channels that are on. */
export const limitsOf = (channels: Runtime['channels']): readonly ChannelLimits[] =>
  [...channels.values()].flatMap(({ name, capabilities: { quota } }) =>
    quota === undefined ? [] : [{ channel: name, limits: quota }],
  );

const [FREE, PAID, SHUT] = [0, 1, 2];

type Spent = (channel: string, kind: QuotaKind) => boolean;

const rank = (channel: Channel | undefined, silentMs: Millis, spent: Spent): number => {
  if (channel === undefined || spent(channel.name, 'messages')) return SHUT;
  const { window } = channel.capabilities;
  if (window === undefined || silentMs < window.freeMs) return FREE;
  return silentMs < window.openMs && !spent(channel.name, 'billed') ? PAID : SHUT;
};

const hasTemplate = (channel: Channel | undefined): boolean =>
  channel?.notify !== undefined && channel.noticeTemplate != null;

/** Asked of the database only where something is limited at all. */
const spentNow = async (runtime: Runtime, tx: Tx, now: Millis): Promise<Spent> => {
  const limited = limitsOf(runtime.channels).filter(({ limits }) => isLimited(limits));
  const uses = await channelUse(tx, limited, now);
  return (channel, kind) => uses.some((use) => use.channel === channel && use.kind === kind && isSpent(use));
};

const isLimited = ({ messages, billed, templates }: Limits): boolean =>
  [messages, billed, templates].some((limit) => limit != null);
