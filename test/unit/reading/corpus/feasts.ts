/** Feasts and lunar dates. */
import { lines } from './lines.ts';

export const feasts = lines(`
trước Tết => 2027-02-06
sau Tết => 2027-02-06 deadline=-
Tết Nguyên đán => 2027-02-06
trước Tết Nguyên đán 2027 => 2027-02-06
Tết âm lịch => 2027-02-06
mùng 5 Tết => 2027-02-10
mùng 6 Tết => 2027-02-11
mùng một Tết => 2027-02-06
29 Tết => 2027-02-05
30 Tết => 2027-02-05
23 tháng Chạp => 2027-01-30
rằm tháng Giêng => 2027-02-20
trước rằm tháng Giêng => 2027-02-20
rằm tháng 7 => 2027-08-16
mùng 10 tháng Giêng => 2027-02-15
10/3 âm lịch => 2027-04-16
ngày 10 tháng 3 âm lịch => 2027-04-16
Giỗ Tổ => 2027-04-16
Giỗ Tổ Hùng Vương => 2027-04-16
trước Giỗ Tổ Hùng Vương => 2027-04-16
Trung thu => 2027-09-15
Tết Trung thu => 2027-09-15
Tết Dương lịch => 2027-01-01
trước Tết dương lịch => 2027-01-01
Quốc khánh => 2027-09-02
trước lễ Quốc khánh => 2027-09-02
Quốc khánh 2/9 => 2027-09-02
30/4 => 2027-04-30
1/5 => 2027-05-01
Giáng sinh => 2026-12-25
[2026-01-20 09:00] trước Tết => 2026-02-17
[2026-01-20 09:00] mùng 5 Tết => 2026-02-21
[2026-01-20 09:00] Giỗ Tổ => 2026-04-26
[2025-01-10 09:00] trước Tết => 2025-01-29
[2023-12-01 09:00] Tết Nguyên đán => 2024-02-10
`);
