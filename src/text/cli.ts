/** Words of the command line, for whoever runs the product: sentences, tables, reasons. */
import type { CalendarDay } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/directory/directory.ts';
import type { TemplateCode } from '#domain/document/template.ts';
import type { QuotaUse } from '#domain/quota.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import { dayKinds } from './calendar/change.ts';
import { formatDateWithWeekday, formatDay, formatMoment } from './calendar/dates.ts';
import { templateNames } from './documents/templates.ts';
import { formatNumber } from './numbers.ts';
import { useLines } from './quota.ts';

type TemplateRow = { readonly code: TemplateCode; readonly version: number; readonly made: number };

type Invited = {
  readonly name: string;
  readonly key: string;
  readonly code: string;
  readonly expiresAt: Millis;
  readonly links: readonly string[];
};

/** What `cli status --json` prints. */
export type Status = {
  readonly now: string;
  readonly schema: { readonly version: string | null; readonly known: string | null };
  readonly scheduler_seconds: number | null;
  readonly channels: Readonly<Record<string, string>>;
  /** Of this month. */
  readonly used: readonly QuotaUse[];
  readonly inbox: { readonly waiting: number; readonly oldest_seconds: number | null };
  readonly outbox: {
    readonly depth: readonly {
      readonly channel: string;
      readonly state: string;
      readonly class: string;
      readonly count: number;
    }[];
    readonly oldest_seconds: number | null;
  };
  readonly failed: {
    readonly count: number;
    readonly latest: readonly {
      readonly id: number;
      readonly channel: string;
      readonly class: string;
      readonly person: string | null;
      readonly at: string;
      readonly attempts: number;
      readonly error: string | null;
    }[];
  };
  readonly due: {
    readonly overdue: number;
    readonly next: readonly { readonly kind: string; readonly subject: number; readonly at: string }[];
  };
};

const seconds = (value: number | null): string => (value === null ? 'chưa có' : `${value} giây`);

export const texts = {
  usage: 'Cách dùng:',
  line: (name: string, usage: string): string => `  npm run --silent cli -- ${`${name} ${usage}`.trim()}`,
  commonOption: '  Thêm --json để in một giá trị JSON.',

  /** What stands on the card of a person until somebody writes his own title. */
  titles: {
    official: 'Chuyên viên',
    focal: 'Đầu mối phối hợp',
    head: 'Trưởng phòng',
    leader: 'Lãnh đạo',
    clerk: 'Văn thư',
    coordinator: 'Cán bộ thường trực Quy chế',
    admin: 'Quản trị viên',
    auditor: 'Cán bộ giám sát',
  } satisfies Readonly<Record<Role, string>>,
  invited: ({ name, key, code, expiresAt, links }: Invited): readonly string[] => [
    `Mã mời của ${name} (${key}): ${code}`,
    `Dùng một lần, đến ${formatMoment(expiresAt)}. Người nhận gửi cho bot: /start ${code}`,
    ...links,
  ],

  unitLine: (unit: {
    readonly code: string;
    readonly name: string;
    readonly to: IsoDate | null;
    readonly successors: readonly string[];
  }): string => {
    const end = unit.to === null ? '' : `, đến hết ${formatDay(unit.to)}`;
    const heirs = unit.successors.length === 0 ? '' : `, kế thừa: ${unit.successors.join(', ')}`;
    return `${unit.code}: ${unit.name}${end}${heirs}`;
  },
  unitClosed: (names: readonly string[], on: IsoDate): string =>
    `Đã ghi: hoạt động đến hết ${formatDay(on)}: ${names.join('; ')}.`,
  unitSucceeded: (name: string, heirs: readonly string[]): string => `Kế thừa ${name}: ${heirs.join('; ')}.`,

  calendarLines: (calendar: {
    readonly years: readonly { readonly year: number; readonly confirmed: boolean }[];
    readonly days: readonly CalendarDay[];
  }): readonly string[] => [
    ...calendar.years.map(({ year, confirmed }) => `Năm ${year}: ${confirmed ? 'đã xác nhận đủ' : 'chưa xác nhận'}`),
    ...calendar.days.map((day) => `${formatDateWithWeekday(day.date)}: ${dayKinds[day.kind]}, ${day.reason}`),
  ],
  daySet: ({ date, kind, reason }: CalendarDay, isChange: boolean): string =>
    `${isChange ? 'Đã sửa' : 'Đã thêm'} ${formatDateWithWeekday(date)}: ${dayKinds[kind]}, ${reason}.`,
  dayRemoved: (date: IsoDate): string => `Đã bỏ ${formatDateWithWeekday(date)} khỏi lịch.`,
  yearConfirmed: (year: number, isNew: boolean): string =>
    isNew ? `Đã xác nhận năm ${year} nhập đủ ngày nghỉ.` : `Năm ${year} đã được xác nhận từ trước.`,

  templateLine: ({ code, version, made }: TemplateRow): string =>
    `${code}: ${templateNames[code]}, đang dùng bản ${version}, đã lập ${formatNumber(made)} văn bản`,
  templateSet: (code: string, version: number): string =>
    `Đã ghi mẫu ${code}, bản ${version}. Văn bản lập từ nay dùng bản này; văn bản đã lập không đổi.`,

  chainWhole: (checked: number): string => `Đã kiểm tra ${checked} sự kiện, chuỗi nguyên vẹn.`,
  chainBroken: (stream: string, seq: number): string => `Lịch sử đã bị sửa: chuỗi ${stream} sai từ sự kiện số ${seq}.`,

  status: (status: Status): readonly string[] => [
    `Giờ hệ thống: ${formatMoment(Date.parse(status.now))}`,
    `Lược đồ: ${status.schema.version ?? 'chưa có'}`,
    `Bộ lịch chạy cách đây: ${seconds(status.scheduler_seconds)}`,
    `Kênh: ${Object.entries(status.channels)
      .map(([name, mode]) => `${name} ${mode}`)
      .join(', ')}`,
    ...(status.used.length === 0 ? [] : ['Đã dùng trong tháng:', ...useLines(status.used)]),
    `Tin đến chờ xử lý: ${status.inbox.waiting}, cũ nhất: ${seconds(status.inbox.oldest_seconds)}`,
    `Tin đi chờ gửi, cũ nhất: ${seconds(status.outbox.oldest_seconds)}`,
    ...status.outbox.depth.map((row) => `  ${row.channel} ${row.state} ${row.class}: ${row.count}`),
    `Tin không gửi được: ${status.failed.count}`,
    ...status.failed.latest.map(
      (row) =>
        `  số ${row.id}, ${row.channel}, ${row.person ?? 'chưa rõ người nhận'}: ${row.error ?? 'không rõ lý do'}`,
    ),
    `Việc đến giờ mà chưa chạy: ${status.due.overdue}`,
    ...status.due.next.map((row) => `  ${formatMoment(Date.parse(row.at))}: ${row.kind} ${row.subject}`),
  ],

  backedUp: (file: string): string => `Đã sao lưu vào ${file}.`,
  restored: (file: string): string => `Đã khôi phục từ ${file}.`,
  migrated: (version: string): string => `Lược đồ ở bản ${version}.`,

  now: (at: Millis): string => `Giờ hệ thống: ${formatMoment(at)}.`,
  noTestClock: 'Đồng hồ thử chưa bật. Đặt TEST_CLOCK, ví dụ: TEST_CLOCK=2026-11-23T08:00:00+07:00.',
  moveUnreadable: (text: string): string =>
    `Chưa hiểu "${text}". Ví dụ: --to 2026-11-25T08:00:00+07:00, hoặc --advance 2d, 3h, 90s.`,
  onlyForward: (now: Millis): string => `Đồng hồ thử chỉ đi tới; bây giờ là ${formatMoment(now)}.`,
  noServer: (root: string): string =>
    `Có máy chủ đang chạy nhưng không gọi được ở ${root}. Đặt HOST, PORT, TEST_CLOCK như của máy chủ.`,
  notMoved: (status: number): string => `Máy chủ không chuyển được đồng hồ thử (mã ${status}).`,

  otherSchema: 'Lược đồ cơ sở dữ liệu khác bản của chương trình này. Chạy: npm run cli -- migrate.',
  noDatabase: 'Không kết nối được cơ sở dữ liệu. Kiểm tra DATABASE_URL, hoặc máy chủ có đang chạy không.',
  readerGone: 'Nơi nhận kết quả không đọc tiếp.',
  unexpected: 'Lệnh gặp lỗi ngoài dự kiến; chi tiết ở dòng trên.',
  file: (code: string, path: string): string =>
    ({
      ENOENT: `Không có tệp hoặc thư mục ${path}.`,
      EACCES: `Không có quyền với ${path}.`,
      EISDIR: `${path} là thư mục, không phải tệp.`,
      ENOSPC: `Hết chỗ trên đĩa khi ghi ${path}.`,
    })[code] ?? `Không đọc hoặc ghi được ${path} (${code}).`,
  backup: {
    no_schema: 'Cơ sở dữ liệu chưa có gì để sao lưu.',
    not_empty: 'Cơ sở dữ liệu đã có dữ liệu; chỉ khôi phục vào cơ sở dữ liệu trống, ví dụ đặt DATA_DIR khác.',
    not_a_backup: 'Tệp này không phải bản sao lưu của chương trình.',
    damaged: 'Bản sao lưu bị cắt hoặc đã bị sửa, không khôi phục được.',
    newer_schema: 'Bản sao lưu do bản mới hơn của chương trình tạo ra. Cập nhật chương trình rồi khôi phục.',
  },
  migration: {
    unknown: 'Cơ sở dữ liệu do bản mới hơn của chương trình tạo ra. Cập nhật chương trình.',
    out_of_order: 'Cơ sở dữ liệu có lược đồ của một nhánh khác, không nâng cấp được.',
    failed: 'Nâng cấp lược đồ không thành, cơ sở dữ liệu giữ như cũ. Kiểm tra DATABASE_OWNER_URL có đủ quyền không.',
  },
  embedded: {
    unsupported: 'Máy này không có Postgres nhúng phù hợp. Đặt DATABASE_URL.',
    no_user: 'Không có người dùng nào để chạy Postgres nhúng. Chạy bằng người dùng khác root, hoặc đặt DATABASE_URL.',
    foreign_cluster: 'DATA_DIR chứa cơ sở dữ liệu của chương trình khác. Đặt DATA_DIR khác, hoặc DATABASE_URL.',
    start_failed: 'Postgres nhúng không khởi động được. Xem postgres.log trong DATA_DIR.',
    stop_failed: 'Postgres nhúng không dừng được.',
    in_use: 'Một tiến trình khác đang dùng DATA_DIR này.',
  },
} as const;
