/**
 * A chat platform as the kit's script words need it: people and groups, what each of them sees, and the bodies it hands
 * to the product. It outlives the product's processes. `profile/fake.ts` makes one of any capabilities, and
 * `profile/telegram.ts` is the fake Bot API server behind the true adapter.
 */
import type { Channel } from '#channels/channel.ts';
import type { Clock } from '#src/clock.ts';
import type { Log } from '#src/log.ts';

/** A message of the bot, as it looks now. */
export type Look = {
  readonly ref: string;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly replyTo: string | null;
  /** It was shown earlier with other words. */
  readonly edited: boolean;
  /** Rises with every message and edit. */
  readonly seen: number;
};

export type SentFile = { readonly name: string; readonly mime: string; readonly bytes: Buffer };

/** A person in a place. Each act gives the bodies that the platform delivers for it. */
export type PlatformVoice = {
  readonly says: (text: string, replyTo: Look | null) => readonly unknown[];
  readonly presses: (token: string, on: Look) => readonly unknown[];
  readonly sends: (file: SentFile, caption: string, replyTo?: Look | null) => readonly unknown[];
  readonly sharesPlace: (latitude: number, longitude: number) => readonly unknown[];
  /** The bot's messages in this place, oldest first. */
  readonly looks: () => readonly Look[];
  /** Short notices that answered this person's presses, oldest first. */
  readonly toasts: () => readonly string[];
};

export type Seat = { readonly externalId: string; readonly address: string };

export type Platform = {
  readonly name: string;
  readonly hasButtons: boolean;
  /** The adapter as a new process has it. */
  readonly open: (clock: Clock, log: Log) => Promise<Channel>;
  /** Gives a person an account and a private chat that the bot may write to. */
  readonly seat: (key: string, name: string) => Seat;
  readonly voice: (key: string, place: GroupPlace | null) => PlatformVoice;
  readonly group: (title: string, topics: boolean) => Group;
  /** Rises with everything seen. */
  readonly lastSeen: () => number;
  /** Every text that ever left, with labels and toasts. */
  readonly said: () => readonly string[];
  /** Sends that the platform refused since they exceed what it can do. */
  readonly violations: () => readonly string[];
  readonly close: () => Promise<void>;
};

export type GroupPlace = { readonly group: string; readonly topic: string | null };

export type GroupHappening = 'migrate' | 'rename' | 'leave' | 'remove' | 'promote' | 'demote';

export type Group = {
  readonly place: GroupPlace;
  readonly topic: (name: string) => GroupPlace;
  /** Where the platform tells of it. @param what a new title, or the key of whoever leaves */
  readonly happens?: (happening: GroupHappening, what?: string) => readonly unknown[];
};
