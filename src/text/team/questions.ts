/** What acts on a team ask for. */
import type { TeamAct } from '#domain/team/acts.ts';
import type { TeamKind } from '#domain/team/team.ts';
import { memberQuestions } from './members.ts';
import { teamSymbols } from './words.ts';

type Ask = readonly string[];

const wordsAsked: Partial<Readonly<Record<TeamAct, string>>> = {
  cancel: 'Vì sao hủy đoàn?',
  succeed: 'Vì sao chọn đơn vị này kế thừa đoàn? Ví dụ: nhận nhiệm vụ kiểm tra theo phương án sắp xếp.',
  reschedule: 'Vì sao đổi lịch?',
  change_members: memberQuestions.reason,
  add_finding: 'Kiến nghị, yêu cầu đối với doanh nghiệp là gì?',
  give_opinion: 'Ý kiến khác của ông/bà là gì?',
  enterprise_opinion: 'Ý kiến của đại diện doanh nghiệp là gì?',
  add_addendum: 'Nội dung phụ lục là gì?',
  end: 'Ý kiến của người ra quyết định về kết quả là gì?',
};

export const teamQuestions = {
  words: { label: 'Nội dung', ask: (act: TeamAct): Ask => [wordsAsked[act] ?? 'Đề nghị ghi nội dung.'] },
  remark: {
    label: 'Nhận xét',
    ask: (no: number, words: string): Ask => [`Mục ${no}. ${words}`, 'Nhận xét là gì? Đề nghị trả lời tin này.'],
  },
  number: {
    label: 'Số, ký hiệu',
    ask: (act: TeamAct, kind: TeamKind): Ask => [
      act === 'decide'
        ? 'Số, ký hiệu quyết định là gì? Ví dụ: 125/QĐ-BQL.'
        : `Số, ký hiệu biên bản là gì? Ví dụ: 18/BB-${teamSymbols[kind]}.`,
    ],
  },
  date: {
    label: 'Ngày văn bản',
    ask: (act: TeamAct): Ask => [act === 'decide' ? 'Quyết định ký ngày nào?' : 'Biên bản ghi ngày nào?'],
  },
  signer: { label: 'Người ký', ask: ['Ai ký quyết định? Chọn hoặc gõ họ tên, chức vụ.'] },
  day: { label: 'Ngày cần đổi', ask: ['Đổi lịch ngày nào?'] },
  newDay: { label: 'Ngày mới', ask: ['Đổi sang ngày nào? Ví dụ: 15/12/2026.'] },
  hour: { label: 'Giờ', ask: ['Bắt đầu lúc mấy giờ? Ví dụ: 08:30.'] },
  place: { label: 'Địa điểm', ask: ['Địa điểm ở đâu?'] },
  due: { label: 'Thời hạn', ask: ['Doanh nghiệp thực hiện xong trước ngày nào? Ví dụ: 31/12/2026.'] },
  began: { label: 'Giờ bắt đầu', ask: ['Làm việc từ mấy giờ? Ví dụ: 08:30.'] },
  ended: { label: 'Giờ kết thúc', ask: ['Kết thúc lúc mấy giờ? Ví dụ: 11:30.'] },
  representative: {
    label: 'Đại diện doanh nghiệp',
    ask: ['Ai đại diện doanh nghiệp? Ghi họ tên, chức vụ.'],
  },
  signs: {
    label: 'Ký biên bản',
    ask: ['Đại diện doanh nghiệp có ký biên bản không?'],
    yes: 'Ký biên bản',
    no: 'Từ chối ký',
  },
  reason: { label: 'Lý do từ chối ký', ask: ['Lý do từ chối ký là gì?'] },
  witness: { label: 'Người chứng kiến', ask: ['Ai chứng kiến việc từ chối ký? Ghi họ tên, chức vụ, nơi công tác.'] },
  files: {
    label: 'Tệp',
    ask: (files: number): Ask =>
      files === 0 ? ['Gửi bản chụp hoặc bản quét biên bản đã ký.'] : [`Đã nhận ${files} tệp. Gửi tiếp hoặc bấm Xong.`],
    none: 'Chưa có tệp',
    done: 'Xong',
  },
} as const;
