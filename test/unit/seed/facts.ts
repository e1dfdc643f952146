/**
 * The sources' tables as they were written down, independent of how the seed is built, so that a slip in the seed shows.
 * Succession: Resolution 1656/NQ-UBTVQH15. Indicators: Báo Hànộimới, 26/05/2022.
 */
export const SUCCESSION_TABLE = `old_code,old_name,old_valid_to,successor_code,successor_kind,successor_name
004,Quận Long Biên,2025-06-30,00145,phường,Long Biên
004,Quận Long Biên,2025-06-30,00118,phường,Bồ Đề
004,Quận Long Biên,2025-06-30,00127,phường,Việt Hưng
004,Quận Long Biên,2025-06-30,00136,phường,Phúc Lợi
021,Quận Bắc Từ Liêm,2025-06-30,00613,phường,Tây Tựu
021,Quận Bắc Từ Liêm,2025-06-30,00619,phường,Phú Diễn
021,Quận Bắc Từ Liêm,2025-06-30,00611,phường,Xuân Đỉnh
021,Quận Bắc Từ Liêm,2025-06-30,00602,phường,Đông Ngạc
021,Quận Bắc Từ Liêm,2025-06-30,00598,phường,Thượng Cát
017,Huyện Đông Anh,2025-06-30,00475,xã,Thư Lâm
017,Huyện Đông Anh,2025-06-30,00454,xã,Đông Anh
017,Huyện Đông Anh,2025-06-30,00466,xã,Phúc Thịnh
017,Huyện Đông Anh,2025-06-30,00493,xã,Thiên Lộc
017,Huyện Đông Anh,2025-06-30,00508,xã,Vĩnh Thanh
277,Huyện Chương Mỹ,2025-06-30,10015,phường,Chương Mỹ
277,Huyện Chương Mỹ,2025-06-30,10030,xã,Phú Nghĩa
277,Huyện Chương Mỹ,2025-06-30,10045,xã,Xuân Mai
277,Huyện Chương Mỹ,2025-06-30,10081,xã,Trần Phú
277,Huyện Chương Mỹ,2025-06-30,10096,xã,Hòa Phú
277,Huyện Chương Mỹ,2025-06-30,10072,xã,Quảng Bị
016,Huyện Sóc Sơn,2025-06-30,00376,xã,Sóc Sơn
016,Huyện Sóc Sơn,2025-06-30,00430,xã,Đa Phúc
016,Huyện Sóc Sơn,2025-06-30,00433,xã,Nội Bài
016,Huyện Sóc Sơn,2025-06-30,00385,xã,Trung Giã
016,Huyện Sóc Sơn,2025-06-30,00382,xã,Kim Anh
250,Huyện Mê Linh,2025-06-30,09022,xã,Mê Linh
250,Huyện Mê Linh,2025-06-30,08980,xã,Yên Lãng
250,Huyện Mê Linh,2025-06-30,08995,xã,Tiến Thắng
250,Huyện Mê Linh,2025-06-30,08974,xã,Quang Minh
276,Huyện Thạch Thất,2025-06-30,09955,xã,Thạch Thất
276,Huyện Thạch Thất,2025-06-30,09982,xã,Hạ Bằng
276,Huyện Thạch Thất,2025-06-30,10003,xã,Tây Phương
276,Huyện Thạch Thất,2025-06-30,09988,xã,Hòa Lạc
276,Huyện Thạch Thất,2025-06-30,04930,xã,Yên Xuân
275,Huyện Quốc Oai,2025-06-30,09895,xã,Quốc Oai
275,Huyện Quốc Oai,2025-06-30,09931,xã,Hưng Đạo
275,Huyện Quốc Oai,2025-06-30,09910,xã,Kiều Phú
275,Huyện Quốc Oai,2025-06-30,09952,xã,Phú Cát
280,Huyện Phú Xuyên,2025-06-30,10273,xã,Phú Xuyên
280,Huyện Phú Xuyên,2025-06-30,10279,xã,Phượng Dực
280,Huyện Phú Xuyên,2025-06-30,10330,xã,Chuyên Mỹ
280,Huyện Phú Xuyên,2025-06-30,10342,xã,Đại Xuyên`;

export const INDICATOR_TABLE = `id,indicator_vi,indicator_en,period_start,period_end,period_label,period_uncertain,value,value_max,approx,unit,kind,of_plan_pct,vs_prev_pct,vs_prev_kind,note,source,confidence
I01,Dự án mới,New projects,2022-01-01,2022-05-31,5T/2022,0,4,,0,project,actual,,,,,seed,H
I02,Vốn đăng ký dự án mới (USD),Registered capital of new projects (USD),2022-01-01,2022-05-31,5T/2022,0,1,,0,million USD,actual,,,,,seed,H
I03,Vốn đăng ký dự án mới (VND),Registered capital of new projects (VND),2022-01-01,2022-05-31,5T/2022,0,450,,0,billion VND,actual,,,,,seed,H
I04,Dự án mở rộng,Expansion projects,2022-01-01,2022-05-31,5T/2022,0,12,,0,project,actual,,,,,seed,H
I05,Vốn đăng ký mở rộng (USD),Registered capital of expansions (USD),2022-01-01,2022-05-31,5T/2022,0,60,,0,million USD,actual,,,,,seed,H
I06,Vốn đăng ký mở rộng (VND),Registered capital of expansions (VND),2022-01-01,2022-05-31,5T/2022,0,30,,0,billion VND,actual,,,,,seed,H
I07,Tổng thu hút đầu tư (quy đổi),Total investment attracted (converted),2022-01-01,2022-05-31,5T/2022,0,81,,0,million USD equiv.,actual,,,,,seed,H
I08,Thu hút đầu tư,Investment attracted,2022-01-01,2022-06-30,6T/2022,0,100,,0,million USD,forecast,25,45,level,,seed,H
I09,Doanh thu doanh nghiệp KCN,Revenue of enterprises,2022-01-01,2022-06-30,6T/2022,0,4869,,0,million USD,estimate,,,,,seed,H
I10,Nộp ngân sách nhà nước,Paid to the state budget,2022-01-01,2022-06-30,6T/2022,0,238.5,,0,million USD,estimate,,,,,seed,H
T01,Thu hút đầu tư cả năm,Investment attracted (year),2022-01-01,2022-12-31,2022,0,400,,1,million USD,target,,28.8,change,,seed,H
T02,Thành lập KCN mới,New zones established,2022-07-01,2022-12-31,6T cuối 2022,0,1,,0,zone,target,,,,,seed,H
T03,Hoàn thành thủ tục đầu tư KCN/CCN,Investment procedures finished (zones/clusters),2022-07-01,2022-12-31,6T cuối 2022,0,2,3,0,zone or cluster,target,,,,another outlet says hi-tech park instead of cluster,seed,H
T04,Doanh thu,Revenue,,2022-12-31,2022 or 6T cuối 2022,1,8200,,0,million USD,target,,,,period ambiguous,seed,H
T05,Nộp ngân sách,Paid to the state budget,,2022-12-31,2022 or 6T cuối 2022,1,229.4,,0,million USD,target,,,,period ambiguous; lower than I10,seed,H`;

export const rowsOf = (table: string): Record<string, string>[] => {
  const [header = '', ...lines] = table.split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
};
