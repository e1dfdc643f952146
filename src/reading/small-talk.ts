/** What people say to each other, and to a bot: nothing is wanted by it. */
import { typed } from './typed.ts';

const ADDRESSED = '(?: (?:a|ad|ban|em|anh|chi|bot|tro ly|ca nha|moi nguoi|nhe|nha|nhieu|that nhieu|rat nhieu))*';
const GREETING = new RegExp(
  `^(?:xin chao|chao(?: buoi sang| buoi chieu)?|hello|hi|alo|kinh chao|chao)${ADDRESSED}[ .!,]*$`,
);
const THANKS = new RegExp(
  `^(?:(?:ok|oke|da|vang|u|uh|tot|duoc roi|da ro|ro roi|nhan duoc)[ ,.]*)*(?:(?:xin )?cam on|thanks?|thank you|ok|oke|vang|da ro|ro roi|nhan duoc|tot lam|hay lam)${ADDRESSED}[ .!,]*$`,
);

/** And nothing more: what else stands in the sentence is what is wanted. */
export const isGreeting = (text: string): boolean => GREETING.test(typed(text).plain);
export const isThanks = (text: string): boolean => THANKS.test(typed(text).plain);
