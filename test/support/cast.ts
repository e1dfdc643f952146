/** The people of the scripted chats, by the first name that the scripts use. Names and units are the sample data's. */
export const CAST = {
  /** The board: official, her head, the two leaders, the clerk, the admins, coordinator, auditor. */
  anh: 'nguyen-minh-anh',
  kiet: 'phan-tuan-kiet',
  dung: 'tran-van-dung',
  thinh: 'pham-quoc-thinh',
  hang: 'do-thi-thu-hang',
  hanh: 'vu-thi-hanh',
  khanh: 'bui-van-khanh',
  trung: 'le-duc-trung',
  son: 'dang-ngoc-son',
  /** Xã Thiên Lộc: focal, two leaders, head, official, clerk, and an official of its economic section. */
  lan: 'tran-thi-lan',
  thai: 'nguyen-van-thai',
  huong: 'ngo-thi-huong',
  hung: 'doan-manh-hung',
  yen: 'bach-thi-yen',
  nga: 'duong-thi-nga',
  huy: 'nguyen-quang-huy',
  /** Another commune: focal and leader. */
  hien: 'nguyen-thi-thu-hien',
  phong: 'ta-dinh-phong',
  /** The fire police: focal and leader. */
  ha: 'kieu-thi-thanh-ha',
  thanh: 'khuat-duy-thanh',
} as const;

export type CastName = keyof typeof CAST;
