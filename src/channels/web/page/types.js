/**
 * The types the page's modules share; there is no code here.
 *
 * @typedef {import('../body.ts').SaidBody} SaidBody
 * @typedef {import('../body.ts').BotBody} BotBody
 * @typedef {import('../body.ts').ToastBody} ToastBody
 * @typedef {import('../body.ts').WebFile} WebFile
 * @typedef {import('../store.ts').WebPerson} WebPerson
 * @typedef {import('../store.ts').WebGroup} WebGroup
 * @typedef {import('../requests.ts').EventRequest} EventRequest
 * @typedef {Omit<import('../store.ts').WebEntry, 'body'> & { body: SaidBody | BotBody | ToastBody }} Entry
 * @typedef {Entry & { body: SaidBody | BotBody }} MessageEntry
 * @typedef {{ word: string, description: string, scope: 'private' | 'group' }} Command
 * @typedef {{ externalId: string, name: string }} Speaker
 * @typedef {{ botName: string, commands: Command[], people: WebPerson[], groups: WebGroup[] }} Directory
 *
 * One chat as shown in a column. A private chat has one speaker.
 * @typedef {{ address: string, title: string, about: string, speakers: Speaker[], group: boolean }} Chat
 */
export {};
