/**
 * A person does something on the page: it is checked against the chat it is said in, kept as a message, and made an
 * update for decode.ts. Doing it again with the same key keeps one message and gives the same update.
 */
import { Malformed } from '#channels/errors.ts';
import { groupAddress, isGroup } from './address.ts';
import { quotable, type SaidBody } from './body.ts';
import { type Update, wordsOf } from './decode.ts';
import type { EventRequest, GroupRequest } from './requests.ts';
import type { WebStore } from './store.ts';

export type SayDeps = {
  readonly store: WebStore;
  readonly now: () => number;
  readonly botName: string;
  /** Whether the words bear a secrecy mark. They go to `accept`, which refuses them, but must not stay here. */
  readonly isSecret: (text: string) => boolean;
};

/** @throws Malformed when the person has no place in this chat */
export const say = async (deps: SayDeps, request: EventRequest): Promise<Update> => {
  const { key, address, sender, content } = request;
  await assertMember(deps.store, address, sender.externalId);
  const at = deps.now();
  const quoted = await quote(deps, address, request.replyTo);
  if (content.kind === 'pressed') return { key, address, at, sender, quoted, messageRef: content.ref, content };

  const messageRef = await deps.store.append({ key: `in:${key}`, address, at, body: bodyOf(request, deps.isSecret) });
  return { key, address, at, sender, quoted, messageRef, content };
};

/** The group chat starts with the bot in it. @throws Malformed when its title must not be kept */
export const startGroup = async (deps: SayDeps, request: GroupRequest): Promise<Update> => {
  const { id, title, members } = request;
  const [founder] = members;
  if (founder === undefined || deps.isSecret(title)) throw new Malformed('web group: no founder, or a secret title');
  await deps.store.createGroup({ id, title, members: members.map((member) => member.externalId) });
  return {
    key: `group:${id}`,
    address: groupAddress(id),
    at: deps.now(),
    sender: founder,
    messageRef: null,
    quoted: null,
    content: { kind: 'joined', title },
  };
};

const assertMember = async (store: WebStore, address: string, externalId: string): Promise<void> => {
  if (!isGroup(address)) {
    if (address !== externalId) throw new Malformed('web event: somebody else’s private chat');
    return;
  }
  const group = (await store.groups()).find((each) => groupAddress(each.id) === address);
  if (!group?.members.includes(externalId)) throw new Malformed('web event: not a member of this group');
};

const quote = async (deps: SayDeps, address: string, ref: string | null): Promise<Update['quoted']> => {
  if (ref === null) return null;
  const entry = await deps.store.find(ref);
  const quoted = entry?.address === address ? quotable(entry.body, deps.botName) : null;
  if (quoted === null) throw new Malformed('web event: the quoted message is not in this chat');
  return { ref, ...quoted };
};

const bodyOf = ({ sender, content, replyTo }: EventRequest, isSecret: SayDeps['isSecret']): SaidBody => {
  const text = wordsOf(content);
  const files = content.kind === 'files' ? content.files : [];
  const withheld = isSecret([text, ...files.map((file) => file.name)].join('\n'));
  return {
    kind: 'said',
    by: sender.externalId,
    name: sender.name,
    text: withheld ? '' : text,
    withheld,
    files: withheld ? [] : files,
    location: content.kind === 'location' ? { latitude: content.latitude, longitude: content.longitude } : null,
    replyTo,
  };
};
