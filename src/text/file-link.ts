/** Words about files that are offered by link. */

/** Longer names fill a phone's screen; the file keeps its own. */
const LONGEST_NAME = 100;

const shown = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`);

export const texts = {
  line: (name: string, url: string): string =>
    `Tệp ${shown(name).toWellFormed()} (liên kết dùng trong 24 giờ, không chuyển cho người khác): ${url}`,
  over: 'Liên kết đã hết hạn. Đề nghị mở lại mục tệp trong cuộc trò chuyện để lấy liên kết mới.',
  wrong: 'Liên kết không đúng hoặc tệp không còn. Đề nghị mở lại mục tệp trong cuộc trò chuyện.',
} as const;
