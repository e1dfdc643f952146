/**
 * A platform of any capabilities, in memory. It refuses what exceeds them and notes it, keeps what each person sees, and
 * makes the faults that a test asks for.
 */
import type { Channel, Part, SendOptions } from '#channels/channel.ts';
import { GiveUp, Retry } from '#channels/errors.ts';
import { type Inbound, inboundSchema } from '#message/inbound.ts';
import { plainLine } from '#message/outbound.ts';
import type { Clock } from '#src/clock.ts';
import { faultOf } from './limits.ts';
import type { GroupPlace, Look, Platform, PlatformVoice } from './platform.ts';
import type { Profile } from './profile.ts';

type Toast = { readonly to: string; readonly text: string };
type Person = { readonly key: string; readonly name: string };

export type Delivery = { readonly address: string; readonly text: string; readonly at: number; readonly key: string };

/** What the kit's words need, and what only tests of this platform ask for. */
export type FakePlatform = Platform & {
  /** What became of each send that arrived, in order. */
  readonly deliveries: readonly Delivery[];
  /** The next sends to an address fail so, in this order. */
  readonly failNext: (address: string, ...errors: readonly Error[]) => void;
  /** Files are not to be had now, or not any more; null: they are. */
  readonly files: { fault: 'later' | 'gone' | null };
};

/** What people write before words meant for the bot in a group. */
export const MENTION = '@bot';

export const createFakePlatform = ({ channel: name, capabilities }: Profile): FakePlatform => {
  const people = new Map<string, Person>();
  /** By address: a year of a town is long. */
  const shown = new Map<string, Look[]>();
  const toasts: Toast[] = [];
  const said: string[] = [];
  const violations: string[] = [];
  const deliveries: Delivery[] = [];
  const failures = new Map<string, Error[]>();
  const uploads = new Map<string, Buffer>();
  const files: FakePlatform['files'] = { fault: null };
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };

  const put = (address: string, part: Part, bytes: Uint8Array | null): string => {
    const text = part.lines.map(plainLine).join('\n');
    const buttons = part.buttons.flat().map(({ label, token }) => ({ label, token }));
    const here = shown.get(address) ?? [];
    shown.set(address, here);
    const old = capabilities.edits ? here.findLast((one) => one.ref === part.edit) : undefined;
    const file = part.file === null || bytes === null ? null : { name: part.file.name, bytes };
    const look = { text, buttons, file, replyTo: part.replyTo, edited: old !== undefined, seen: next() };
    said.push(text, ...buttons.map(({ label }) => label));
    if (old === undefined) {
      here.push({ ref: `m${look.seen}`, ...look });
      return `m${look.seen}`;
    }
    here[here.indexOf(old)] = { ref: old.ref, ...look };
    return old.ref;
  };

  const send = async (clock: Clock, { address, part, options }: Sending): Promise<string> => {
    const failure = failures.get(address)?.shift();
    if (failure !== undefined) throw failure;
    const fault = faultOf(part, capabilities);
    if (fault !== null) {
      violations.push(`${name}: ${fault}`);
      throw new GiveUp(fault, 'refused');
    }
    const ref = put(address, part, part.file === null ? null : await options.readFile(part.file.fileId));
    const text = part.lines.map(plainLine).join('\n');
    deliveries.push({ address, text, at: clock.now(), key: options.key });
    return ref;
  };

  const acknowledge = async (pressId: string, notice: string | null): Promise<void> => {
    if (notice === null) return;
    if (notice.length > (capabilities.toastLimit ?? 0)) violations.push(`${name}: a toast of ${notice.length}`);
    said.push(notice);
    toasts.push({ to: pressId.split(':')[0] ?? '', text: notice });
  };

  const fetchFile = async (ref: string, limit: number): Promise<Uint8Array> => {
    const bytes = uploads.get(ref);
    if (files.fault === 'later') throw new Retry('the file is not to be had yet');
    if (files.fault === 'gone' || bytes === undefined) throw new GiveUp('no such file', 'gone');
    if (bytes.length > limit) throw new GiveUp('the file is over the limit', 'refused');
    return bytes;
  };

  const open = async (clock: Clock): Promise<Channel> => ({
    name,
    capabilities,
    isGroup: (address) => address.startsWith('group:'),
    groupOf: (address) => address.split('#')[0] ?? address,
    decode: (body) => [inboundSchema.parse(body)],
    send: (address, part, options) => send(clock, { address, part, options }),
    ...(capabilities.toastLimit === null ? {} : { acknowledge }),
    fetchFile,
  });

  const voice = (key: string, place: GroupPlace | null): PlatformVoice => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`${key} has no seat`);
    const address = place === null ? key : addressOf(place);
    const event = (content: Inbound['content'], more: Partial<Inbound> = {}): Inbound[] => [
      {
        channel: name,
        eventId: `e${next()}`,
        sender: { externalId: key, displayName: person.name, isBot: false },
        address,
        place: place === null ? 'private' : 'group',
        addressed: true,
        at: 0,
        messageRef: `in${count}`,
        quoted: null,
        content,
        ...more,
      },
    ];
    return {
      says: (text, replyTo) => {
        const words = text.replace(MENTION, '').trimStart();
        const addressed = place === null || text.startsWith('/') || text.includes(MENTION) || replyTo !== null;
        const quoted = replyTo === null ? null : quote(replyTo);
        return event({ kind: 'text', text: place === null ? text : words }, { addressed, quoted });
      },
      presses: (token, on) => event({ kind: 'pressed', token, pressId: `${key}:${next()}` }, { messageRef: on.ref }),
      sends: ({ name: fileName, mime, bytes }, caption, replyTo = null) => {
        const ref = `up${next()}`;
        uploads.set(ref, bytes);
        const content = { kind: 'files' as const, caption, files: [{ ref, name: fileName, mime, size: bytes.length }] };
        const quoted = replyTo === null ? null : quote(replyTo);
        return event(content, { addressed: place === null || caption.includes(MENTION) || quoted !== null, quoted });
      },
      sharesPlace: (latitude, longitude) => event({ kind: 'location', latitude, longitude }),
      looks: () => [...(shown.get(address) ?? [])],
      toasts: () => toasts.filter((toast) => toast.to === key).map(({ text: notice }) => notice),
    };
  };

  return {
    name,
    hasButtons: capabilities.buttons !== null,
    open,
    seat: (key, personName) => {
      people.set(key, { key, name: personName });
      return { externalId: key, address: key };
    },
    voice,
    group: (title) => ({
      place: { group: title, topic: null },
      topic: (topic) => ({ group: title, topic }),
    }),
    lastSeen: () => count,
    said: () => said,
    violations: () => violations,
    close: async () => undefined,
    deliveries,
    failNext: (address, ...errors) => failures.set(address, [...(failures.get(address) ?? []), ...errors]),
    files,
  };
};

const quote = ({ ref, text }: Look): Inbound['quoted'] => ({ ref, text, senderName: 'bot', fromBot: true });

type Sending = { readonly address: string; readonly part: Part; readonly options: SendOptions };

export const addressOf = ({ group, topic }: GroupPlace): string =>
  topic === null ? `group:${group}` : `group:${group}#${topic}`;
