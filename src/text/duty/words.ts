/** Words of duties: states, acts, and what they ask and answer. */
import type { Duty, DutyAct, DutyKind, DutyState } from '#domain/duty/duty.ts';

export const dutyStates: Readonly<Record<DutyState, string>> = {
  open: 'đang thực hiện',
  proved: 'đã báo thực hiện, chờ xác nhận',
  done: 'đã hoàn thành',
  cancelled: 'đã hủy',
};

export const dutyKinds: Readonly<Record<DutyKind, string>> = {
  report: 'Báo cáo định kỳ',
  finding: 'Thực hiện kiến nghị',
};

type ActWords = {
  readonly label: string;
  /** Null: it is done by one tap. */
  readonly ask: string | null;
  readonly done: string;
};

export const dutyActs: Readonly<Record<DutyAct, ActWords>> = {
  prove: {
    label: 'Báo đã thực hiện',
    ask: 'Đã thực hiện thế nào? Nêu kết quả, số văn bản hoặc tài liệu chứng minh.',
    done: 'Đã báo thực hiện, đang chờ xác nhận.',
  },
  assign: { label: 'Phân công', ask: 'Giao cho ai thực hiện? Chọn, hoặc gõ tên.', done: 'Đã phân công.' },
  confirm: { label: 'Xác nhận hoàn thành', ask: null, done: 'Đã xác nhận hoàn thành.' },
  reject: {
    label: 'Chưa đạt',
    ask: 'Nội dung nào chưa đạt, cần thực hiện tiếp việc gì?',
    done: 'Đã ghi chưa đạt. Nhiệm vụ tiếp tục thực hiện, hạn giữ nguyên.',
  },
  cancel: { label: 'Hủy', ask: 'Lý do hủy nhiệm vụ này?', done: 'Đã hủy nhiệm vụ.' },
};

export const dutyTexts = {
  open: 'Xem',
  history: 'Lịch sử',
  words: 'Nội dung',
  person: 'Người thực hiện',
  files: (count: number): string => `Tệp kèm theo (${count})`,
  filesOf: 'Tệp kèm theo nhiệm vụ:',
  noFiles: 'Chưa có tệp nào được xem. Tệp đang tải về sẽ có sau ít giây.',
  more: 'Nhiệm vụ khác',
  none: ['Hiện không có nhiệm vụ nào chờ ông/bà.', 'Gõ /viec để xem việc đang chờ.'],
  enclosures: {
    label: 'Tệp',
    ask: (files: number, texts: number): readonly string[] =>
      files + texts === 0
        ? ['Gửi tệp hoặc ảnh chứng minh (nếu có), rồi bấm Xong.']
        : [`Đã nhận ${files} tệp, ${texts} tin. Gửi thêm, hoặc bấm Xong.`],
    none: 'Xong, không có tệp',
    done: 'Xong',
  },
} as const;

/** On a button, which the platform cuts where it is too long: of several units their name stands first. */
export const dutyLabel = ({ title }: Pick<Duty, 'title'>, unit: string | null): string =>
  unit === null ? title : `${unit} · ${title}`;
