/**
 * Texts that break exporters: letters outside of WinAnsi, Arabic joining and lam-alef, Hebrew with Latin and digits
 * inside, Devanagari conjuncts and the reordered i-sign, Han, kana, Hangul, emoji sequences, and a compound that must
 * wrap. Key: language tag.
 */
export const textsByLanguage: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Compare plans on the pricing page',
    "Sign the contract – “final” copy (O'Neill)",
    'Refund ≥ €50 needs office approval',
  ],
  de: ['Angebot prüfen und bestätigen', 'Rechtsschutzversicherungsgesellschaften anschreiben', 'Jörg Weiß'],
  pl: ['Zażółć gęślą jaźń – test znaków', 'Złożyć zamówienie w sklepie', 'Łukasz Żak'],
  el: ['Σύγκριση προσφορών στο διαδίκτυο', 'Ελένη Ιωάννου'],
  ru: ['Подъезд курьера к клиенту', 'Оставить отзыв о доставке'],
  vi: ['Nguyễn Thị Hồng Đào đặt hàng'],
  ar: ['الآن يتم تأكيد الطلب', 'تسجيل الدخول إلى CRM لأول مرة', 'لا توجد رسالة تأكيد', 'ليلى الخطيب'],
  he: ['השוואת מחירים באתר', 'פתיחת קריאת שירות ב-CRM', 'נועה לוי'],
  hi: ['शिकायत दर्ज करें', 'क्षेत्रीय विशेषज्ञ की यात्रा', 'ऑर्डर की पुष्टि प्राप्त करें'],
  zh: ['在官网比较套餐价格', '签署电子合同并付款', '王小明'],
  ja: ['料金プランを比較する', '契約書に署名して支払う', '佐藤花子'],
  ko: ['요금제를 비교하기', '실시간 상담에 문의하기', '김민수'],
  emoji: [
    'Unbox the parcel 🎉',
    'Pair with a developer 👩‍💻',
    'Thumbs up 👍🏽',
    'Ship to Germany 🇩🇪',
    'Press 1️⃣ for sales ☎️',
  ],
};

/** Scripts that each have a font of their own, without the trouble of those above. */
export const furtherTexts: Readonly<Record<string, readonly string[]>> = {
  th: ['ลูกค้าโทรเข้ามาสอบถามเรื่องราคา', 'น้ำหนักของสินค้า'],
  bn: ['গ্রাহক অভিযোগ জানান'],
  ta: ['வாடிக்கையாளர் கேட்கிறார்'],
  te: ['వినియోగదారు ఫిర్యాదు'],
  hy: ['Հաճախորդի բողոքը'],
  ka: ['მომხმარებლის საჩივარი'],
};

export const allTexts: readonly string[] = Object.values(textsByLanguage).flat();
