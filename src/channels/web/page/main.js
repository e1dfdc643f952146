/** The page: loads the directory, opens what was open, and keeps asking for what is new. */
import { getDirectory, newKey, pause, postGroup } from './api.js';
import { startClock } from './clock.js';
import { createColumns } from './columns.js';
import { byId } from './dom.js';
import { startFeed } from './feed.js';
import { askGroup } from './group-dialog.js';
import { guests, invitation, remember, remembered, rememberGuest } from './memory.js';
import { createPeople } from './people.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Chat} Chat */

const RETRY_MS = 1_500;
const LOOK_EVERY_MS = 15_000;

/** @type {import('./types.js').Directory} */
let directory = { botName: '', commands: [], people: [], groups: [] };

/** @param {import('./types.js').WebPerson} person @returns {Chat} */
const privateChat = ({ externalId, name, title, unit }) => ({
  address: externalId,
  title: name,
  about: [title, unit].filter(Boolean).join(' · '),
  speakers: [{ externalId, name }],
  group: false,
});

/** @param {import('./types.js').WebGroup} group @returns {Chat} */
const groupChat = (group) => ({
  address: `group:${group.id}`,
  title: group.title,
  about: words.groupAbout(group.members.length),
  speakers: group.members.map((externalId) => ({
    externalId,
    name: directory.people.find((each) => each.externalId === externalId)?.name ?? externalId,
  })),
  group: true,
});

/** Null for a chat that is no more, as after the database was made anew. @param {string} address @returns {Chat | null} */
const chatAt = (address) => {
  const person = directory.people.find((each) => each.externalId === address);
  if (person) return privateChat(person);
  const group = directory.groups.find((each) => `group:${each.id}` === address);
  if (group) return groupChat(group);
  return guests().includes(address) ? guestChat(address) : null;
};

/** @param {string} externalId */
const guestChat = (externalId) =>
  privateChat({
    externalId,
    name: words.guestName(guests().indexOf(externalId) + 1),
    title: words.guestAbout,
    unit: '',
  });

/** Somebody without an account, as everybody is before an invitation. */
const newGuest = () => {
  const externalId = `khach-${newKey().slice(0, 8)}`;
  rememberGuest(externalId);
  return columns.show(guestChat(externalId));
};

const newGroup = async () => {
  const group = await askGroup(directory.people);
  if (!group) return;
  await postGroup(group);
  await loadDirectory();
  const chat = chatAt(`group:${group.id}`);
  if (chat) columns.show(chat);
};

/** The link of an invitation opens the chat of a new guest; sending the code is left to the person. */
const takeInvitation = () => {
  const code = invitation();
  if (code) newGuest().setText(`/start ${code}`);
};

const people = createPeople(byId('people'), {
  openPerson: (person) => columns.show(privateChat(person)),
  openGroup: (group) => columns.show(groupChat(group)),
  newGroup,
  newGuest,
});

/** @type {string[]} */
let open = [];
const columns = createColumns({
  place: byId('columns'),
  tabs: byId('tabs'),
  directory: () => directory,
  changed: (addresses) => {
    open = addresses;
    remember(open);
    people.markOpen(open);
    feed.restart();
  },
});

const connection = byId('connection');
const feed = startFeed({
  cursors: columns.cursors,
  deliver: columns.deliver,
  connected: (isConnected) => {
    connection.textContent = isConnected ? '' : words.connectionLost;
    connection.hidden = isConnected;
  },
});

const loadDirectory = async () => {
  const latest = await getDirectory();
  // Drawing the same list again would take the focus from it.
  if (JSON.stringify(latest) === JSON.stringify(directory)) return;
  directory = latest;
  people.update(directory);
  people.markOpen(open);
};

const loadAtLast = async () => {
  while (true) {
    try {
      return await loadDirectory();
    } catch {
      people.say(words.notLoaded);
      await pause(RETRY_MS);
    }
  }
};

await loadAtLast();
const chats = remembered()
  .map(chatAt)
  .filter((chat) => chat !== null);
for (const chat of chats) columns.add(chat);
columns.activate(chats[0]?.address ?? '');
takeInvitation();
addEventListener('hashchange', takeInvitation);
// A guest who has been linked is a person of the list from then on. A look that fails is made good by the next.
setInterval(() => loadDirectory().catch(() => undefined), LOOK_EVERY_MS);
await startClock(byId('clock'));
