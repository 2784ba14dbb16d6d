/** Words of which sentences and questions are made, whatever they are about. */

const WORDS = new Set(
  `a about all also am an and any are as at be because been before being between both but by can could did
  do does doing during each for from had has have having he her here him his how i if in into is it its
  just may me might more most much many must my no not of on once only or other our out over own said say
  says shall she should so some such tell than that the their them then there these they this those
  through to told too under until up us very was we were what when where which while who whom whose why
  will with would you your
  а або але без би був була були було в вас ви від він вона вони воно для до є ж за з і із й йому його її
  їх їм коли котрий кого кому ким куди ми на над нам нас не ні них про та так також там те тим то той тут
  у усі ти хто це цей ця ці чи чий чого чому що щоб як яка яке який які якої якого якому якими сказав сказала казав казала каже говорив говорила`.split(
    /\s+/,
  ),
);

/** Whether a word tells nothing of what a question is about, in English or Ukrainian. @param folded as `foldWord` gives it */
export function isFunctionWord(folded: string): boolean {
  return WORDS.has(folded);
}

const VERBS_OF_SAYING = new Set(
  `announce announced claim claimed declare declared describe described discuss discussed explain explained
  mention mentioned speak speaks spoke spoken talk talked talking think thought
  говорить заявив заявила згадав згадала оголосив оголосила розповів розповіла думає`.split(/\s+/),
);

/** Whether a word of a question asks how something was said rather than what, in English or Ukrainian. @param folded as above */
export function isVerbOfSaying(folded: string): boolean {
  return VERBS_OF_SAYING.has(folded);
}
