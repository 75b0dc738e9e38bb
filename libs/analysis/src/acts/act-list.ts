import type { ActKind } from '#domain/analysis.js';

/** How a language shows who acts and on whom, and its words for acts. */
export type ActList = {
  /** Phrases parted by commas, in the notation of `readPhrase`. */
  acts: Record<ActKind, string>;
  /** Directly behind an act: what stands before it suffers it ("accused of", "blamed for"). */
  passive?: string;
  /** Directly behind a party: it suffers the act. */
  objectAfter?: string;
  /** Directly before a party: it suffers the act. */
  objectBefore?: string;
  /** Directly behind a party: it acts. */
  agentAfter?: string;
  /** Whether the one who suffers stands behind the act where nothing marks it, as in English. */
  isVerbFirst: boolean;
};

export const ACT_LISTS: ReadonlyMap<string, ActList> = new Map<string, ActList>([
  [
    'en',
    {
      acts: {
        accuse: `accus*, blam*, point* finger at, point* fingers at`,
        condemn: `condemn*, denounc*, slam*, criticis*, criticiz*, lambast*, rebuk*, deplor*, lash* out at, hit* out at,
          chid*, berat*, castigat*`,
        warn: `warn, warns, warned, warning, threaten*, caution, cautions, cautioned, summon*, issue* ultimatum to`,
        deny: `deny, denies, denied, denying, reject, rejects, rejected, rejecting, refut*, rebuff*, dismiss, dismisses,
          dismissed, dismissing`,
        agree: `agree, agrees, agreed, sign, signs, signed, reach* agreement, reach* deal, vow* to cooperate`,
        praise: `prais*, laud*, hail, hails, hailed, hailing, thank, thanks, thanked, appreciat*, commend*, congratulat*,
          welcom*, pay* tribute to`,
        help: `back, backs, backed, support, supports, supported, supporting, help, helps, helped, assist, assists, assisted, aid, aids,
          stand* with, stand* by, host, hosts, hosted, hosting, shelter, shelters, sheltered`,
      },
      passive: `of, for, by, over`,
      isVerbFirst: true,
    },
  ],
  [
    'ur',
    {
      acts: {
        accuse: `الزام, الزامات, الزام تراشی, مورد الزام, ذمہ دار قرار, ذمہ دار ٹھہرا*`,
        condemn: `مذمت, تنقید, شدید مذمت, کڑی تنقید`,
        warn: `خبردار, انتباہ, تنبیہ, دھمکی, وارننگ, طلب, احتجاج`,
        deny: `تردید, مسترد, انکار`,
        agree: `اتفاق, متفق, معاہدہ, رضامند, دستخط`,
        praise: `خیرمقدم, خیر مقدم, تعریف, سراہا, شکریہ, خراج تحسین, شکر گزار`,
        help: `حمایت, مدد, امداد, تعاون, میزبانی`,
      },
      objectAfter: `پر, کو, کی, کے, سے`,
      agentAfter: `نے, کا`,
      isVerbFirst: false,
    },
  ],
  [
    'prs',
    {
      acts: {
        accuse: `متهم, مقصر, ملامت, اتهام`,
        condemn: `محکوم, انتقاد, نکوهش, تقبیح`,
        warn: `هشدار, اخطار, تهدید, احضار`,
        deny: `رد کرد, رد می کند, تکذیب, نپذیرفت`,
        agree: `توافق, موافقت, تفاهم, امضا`,
        praise: `ستایش, ستود, تحسین, تمجید, قدردانی, تشکر, سپاسگزاری, استقبال`,
        help: `حمایت, کمک, همکاری, میزبانی`,
      },
      objectAfter: `را`,
      objectBefore: `به, از, بر, علیه, با`,
      isVerbFirst: false,
    },
  ],
  [
    'ps',
    {
      acts: {
        accuse: `تورن, تور, تورونه, تورنوي, پړه`,
        condemn: `غندي, وغانده, غندنه, نیوکه, نیوکې, محکوم*`,
        warn: `خبرداری, ګواښ, ګواښي, اخطار, احضار*`,
        deny: `رد کړ, رد کړه, رد کړل, ردوي, نه مني, تردید`,
        agree: `هوکړه, موافقه, سلا شول, لاسلیک`,
        praise: `ستاینه, ستایي, وستایه, هرکلی, مننه, درناوی`,
        help: `ملاتړ, مرسته, مرستې, همکاري, کوربه`,
      },
      objectBefore: `پر, په, له, د, ته`,
      objectAfter: `ته, باندې, سره`,
      isVerbFirst: false,
    },
  ],
]);
