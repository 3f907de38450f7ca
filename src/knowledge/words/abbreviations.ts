/** Abbreviations after which a sentence never ends: what they stand before belongs to them. */
export const NEVER_LAST: ReadonlySet<string> = words(`
  mr mrs ms mx dr prof rev fr sen sens rep reps gov lt col gen maj sgt cpl capt cmdr adm pvt ofc det supt pres
  hon atty amb msgr vs v cf viz no nos pp vol fig ed eds ca approx e.g i.e
  m mme mlle st ste mt ft
  jan feb mar apr jun jul aug sep sept oct nov dec`);

/**
 * Abbreviations after which a sentence may end or go on: which of the two, the next word tells. States as
 * the AP Stylebook shortens them, companies, times of day, countries, degrees.
 */
export const MAYBE_LAST: ReadonlySet<string> = words(`
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y
  n.c n.d okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo d.c u.s u.k u.n e.u u.s.a
  inc ltd co corp bros llc plc assn dept univ jr sr esq ph.d m.d b.a m.a j.d
  a.m p.m etc al est ave blvd rd hwy`);

/** Words that begin sentences far more often than they follow an abbreviation. */
export const STARTERS: ReadonlySet<string> = words(`
  the a an this that these those it its he she they we i you his her their our my there here in on at by for from
  with as if when while where after before since until although though because but and or so yet nor then now
  however meanwhile instead still also both each every many most some several few all no not none what who why how
  among amid across according despite during following under over within without until unlike throughout toward towards
  besides beyond above below behind between earlier later today yesterday tomorrow finally perhaps even only just more most
  new another such other long soon once again often now so early late back out up down
  which officials police it's that's he's she's they're we're i'm last next one two three`);

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
