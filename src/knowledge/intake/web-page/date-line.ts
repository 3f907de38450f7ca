/** What a line of a date is made of, in the languages whose pages state it at length: labels, days, months, zones. */
const WORDS = new Set(
  `published posted updated modified created last first originally on at the of and by am pm a m p st nd rd th hrs hours uhr um
  mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december
  est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst aest aedt eastern central pacific time
  veröffentlicht aktualisiert am den vom zuletzt stand montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember
  publié publie mis à jour le lundi mardi mercredi jeudi vendredi samedi dimanche janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre h
  publicado actualizado em el de del a las la às as lunes martes miércoles miercoles jueves viernes sábado sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  atualizado segunda terça terca quarta quinta sexta feira janeiro fevereiro março marco maio junho julho setembro outubro novembro dezembro
  pubblicato aggiornato il alle ore lunedì martedì mercoledì giovedì venerdì gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  gepubliceerd bijgewerkt op om maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli augustus`.split(
    /\s+/,
  ),
);

/** "By Ada Moss - ", before a date: the name is told elsewhere. */
const WRITER = /^by \p{Lu}[^\d]{1,60}? ?[-–—|,•·] ?(?=\S)/iu;
/** "Published 7 May", "Updated 2 hours ago". */
const LABELLED =
  /^\W*(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\b[^a-z]{0,3}(?:\w+day|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|a few|an? )/i;
const BY_AND_YEAR = /^\W*by .{2,60}\b(?:19|20)\d\d$/i;
const LONGEST = 120;

/**
 * @param text one line of a page
 * @returns whether it says of itself that it tells when the article was published, and says nothing else:
 * it holds the page's time and is no sentence
 */
export function isDateLine(text: string): boolean {
  const isLabelled = LABELLED.test(text) || BY_AND_YEAR.test(text);
  return text.length < LONGEST && isLabelled && !/[.!?]$/.test(text);
}

/**
 * @param text one line of a page, from above or below its story: within it a date heads a part
 * @returns whether it is a moment, perhaps with its label and the writer's name, and nothing else
 */
export function isMoment(text: string): boolean {
  if (text.length >= LONGEST) return false;
  const date = text.replace(WRITER, '');
  const words = date.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return (
    words.filter((word) => /^\d+$/.test(word)).length >= 2 &&
    /\b(?:19|20)\d\d\b|\d[:.h]\d\d|\/\d\d\b/.test(date) &&
    words.every((word) => WORDS.has(word) || /^\d+$/.test(word))
  );
}
