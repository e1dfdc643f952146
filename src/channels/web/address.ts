/** Addresses of the web chat: `<externalId>` for a private chat, `group:<id>` for a group chat. */
const GROUP = 'group:';

export const isGroup = (address: string): boolean => address.startsWith(GROUP);

export const groupAddress = (id: string): string => `${GROUP}${id}`;
